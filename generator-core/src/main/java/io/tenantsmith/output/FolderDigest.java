package io.tenantsmith.output;

import java.util.SortedMap;

/** The digest of a folder: over the lines {@code <sha256 of file> <path>}, sorted by path. */
final class FolderDigest {

  private static final String PREFIX = "sha256:";

  private FolderDigest() {}

  /** The digest of a folder with these names and their digests, with or without {@code sha256:}. */
  static String of(SortedMap<String, String> digests) {
    StringBuilder lines = new StringBuilder();
    digests.forEach(
        (path, digest) ->
            lines
                .append(digest.startsWith(PREFIX) ? digest.substring(PREFIX.length()) : digest)
                .append(' ')
                .append(path)
                .append('\n'));
    return Sha256.of(lines.toString());
  }
}
