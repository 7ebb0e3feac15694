package io.tenantsmith.source;

import java.io.IOException;
import java.util.List;

/**
 * What is read of a place that holds inputs: a folder on disk, or a commit. Paths are relative to
 * the fleet's root, with {@code /}.
 */
public interface FileTree {

  /** What is at a path; links are not followed. */
  enum Kind {
    NOTHING,
    FILE,
    FOLDER,
    LINK,
    /** Neither of these, for instance a socket. */
    OTHER
  }

  /** Whether there is such a place at all; it may be reached through a link. */
  boolean isThere();

  /** What is at a path. */
  Kind kind(String path);

  /** Names of all that lies in a folder itself, in any order. */
  List<String> names(String folder) throws IOException;

  /** The first bytes of a file, at most as many as the limit says. */
  byte[] read(String file, int limit) throws IOException;
}
