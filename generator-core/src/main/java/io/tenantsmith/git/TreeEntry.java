package io.tenantsmith.git;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * One line of a Git tree. Names are bytes there and need not be UTF-8; stored as one character per
 * byte, they can be compared and written back unharmed.
 */
record TreeEntry(String rawName, FileMode mode, ObjectId id) {

  /** Git's order: a folder sorts as if its name ended in a slash. */
  static final Comparator<TreeEntry> GIT_ORDER = Comparator.comparing(TreeEntry::sortKey);

  static String rawName(String segment) {
    return new String(segment.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** The name as text. */
  String name() {
    return new String(nameBytes(), StandardCharsets.UTF_8);
  }

  byte[] nameBytes() {
    return rawName.getBytes(StandardCharsets.ISO_8859_1);
  }

  boolean isFolder() {
    return mode.equals(FileMode.TREE);
  }

  boolean isFile() {
    return mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE);
  }

  boolean isLink() {
    return mode.equals(FileMode.SYMLINK) || mode.equals(FileMode.GITLINK);
  }

  private String sortKey() {
    return isFolder() ? rawName + "/" : rawName;
  }
}
