package io.tenantsmith.output;

import io.tenantsmith.path.RelativePath;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The digest of a folder: over the lines {@code <sha256 of file> <path>}, sorted by path. */
final class FolderDigest {

  private static final String PREFIX = "sha256:";

  private FolderDigest() {}

  static String of(RelativePath folder, List<OutputFile> files) {
    SortedMap<String, String> digests = new TreeMap<>();
    files.forEach(file -> digests.put(file.path().relativeTo(folder).value(), file.digest()));
    return of(digests);
  }

  /** Of names below the folder and their digests, with or without {@code sha256:}. */
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
