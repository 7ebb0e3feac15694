package io.tenantsmith.render.platform;

import io.tenantsmith.render.ContentDigest;
import io.tenantsmith.render.TextFile;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The service of content automation: the files of {@code content/tenantsmith_content}, which the
 * build copies beside this class. A folder of a jar cannot be listed, so their names are in a file.
 */
final class ContentCode {

  /** The names of the files, one a line, beside this class. */
  static final String NAMES = "admin-apps/content/code.txt";

  /** The folder into which the build copies them, beside this class. */
  static final String FOLDER = "admin-apps/content/code/";

  /** The files by their names, which cannot be changed. */
  static final SortedMap<String, String> FILES = files();

  /** Changes with any of them. */
  static final String DIGEST = digest(FILES);

  private ContentCode() {}

  /** What changes with any name or text. */
  static String digest(SortedMap<String, String> files) {
    return "sha256:" + ContentDigest.of(files, 64);
  }

  private static SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>();
    for (String name : TextFile.beside(ContentCode.class, NAMES).text().split("\n", -1)) {
      if (!name.isEmpty()) {
        files.put(name, TextFile.beside(ContentCode.class, FOLDER + name).text());
      }
    }
    return Collections.unmodifiableSortedMap(files);
  }
}
