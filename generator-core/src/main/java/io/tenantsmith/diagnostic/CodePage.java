package io.tenantsmith.diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The page of a code, which the jar holds, for readers who have nothing but a report: a fleet's own
 * repository has no such pages.
 *
 * @param markdown the page without its heading and without links, which lead nowhere there
 */
record CodePage(String markdown) {

  private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\([^)]+\\)");

  static CodePage of(Code code) {
    String name = "pages/" + code + ".md";
    try (InputStream in = CodePage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      String page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String body = page.substring(page.indexOf('\n')).strip();
      return new CodePage(LINK.matcher(body).replaceAll("$1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the code means: its first paragraph, as one line. */
  String meaning() {
    int end = markdown.indexOf("\n\n");
    return (end < 0 ? markdown : markdown.substring(0, end)).replace('\n', ' ');
  }
}
