package io.tenantsmith.certificate;

import io.tenantsmith.git.CommitTree;
import io.tenantsmith.path.RelativePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A tenant's line of an index as it is written: to compare lines costs less than to read them. */
final class WrittenLine {

  private WrittenLine() {}

  /** The line in a commit; empty if it has none. */
  static String of(String id, CommitTree tree, RelativePath path) throws IOException {
    String index = new String(tree.read(path).orElse(new byte[0]), StandardCharsets.UTF_8);
    int at = index.indexOf("\"id\": \"" + id + "\"");
    if (at < 0) {
      return "";
    }
    int end = index.indexOf('\n', at);
    return index.substring(index.lastIndexOf('\n', at) + 1, end < 0 ? index.length() : end);
  }
}
