package io.tenantsmith.output;

import java.util.Arrays;

/** Line ends as Git for Windows writes them on checkout: CR LF in place of each LF. */
final class LineEnds {

  private LineEnds() {}

  /** The content without each CR that stands before a LF; the same array if there is none. */
  static byte[] restored(byte[] content) {
    byte[] out = new byte[content.length];
    int length = 0;
    for (int i = 0; i < content.length; i++) {
      if (!isConverted(content, i)) {
        out[length] = content[i];
        length++;
      }
    }
    return length == content.length ? content : Arrays.copyOf(out, length);
  }

  /** Whether two contents differ, and in nothing but such line ends. */
  static boolean areAllThatDiffers(byte[] found, byte[] written) {
    return found.length != written.length && Arrays.equals(restored(found), written);
  }

  private static boolean isConverted(byte[] content, int at) {
    return content[at] == '\r' && at + 1 < content.length && content[at + 1] == '\n';
  }
}
