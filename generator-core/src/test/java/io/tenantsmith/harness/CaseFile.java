package io.tenantsmith.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A case as a text file: comment lines, sections that change the base fleet or run a command, in
 * order, and what the last command must say. A section begins with {@code --- <what>}.
 */
public final class CaseFile {

  private static final String MARK = "--- ";
  private static final String EXPECTED = "--- expected\n";

  private final Path file;
  private final String given;
  private final String expected;

  private CaseFile(Path file, String given, String expected) {
    this.file = file;
    this.given = given;
    this.expected = expected;
  }

  /** Reads a case; one without the section {@code expected} expects nothing yet. */
  public static CaseFile read(Path file) throws IOException {
    String text = Files.readString(file);
    int end = text.indexOf('\n' + EXPECTED) + 1;
    return end == 0
        ? new CaseFile(file, text, "")
        : new CaseFile(file, text.substring(0, end), text.substring(end + EXPECTED.length()));
  }

  /** Its name, for instance {@code TEN210-own-domain}. */
  public String name() {
    return file.getFileName().toString().replace(".txt", "");
  }

  /** The code it is named after. */
  public String code() {
    return name().substring(0, name().indexOf('-'));
  }

  /** The text that the last command must give. */
  public String expected() {
    return expected;
  }

  /** Writes the text that the last command gives. */
  public void expect(String text) throws IOException {
    Files.writeString(file, given + EXPECTED + text);
  }

  /** What to do, in order. */
  public List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    for (String line : given.lines().toList()) {
      if (line.startsWith(MARK)) {
        sections.add(new Section(line.substring(MARK.length()), new StringBuilder()));
      } else if (!sections.isEmpty()) {
        sections.get(sections.size() - 1).body().append(line).append('\n');
      }
    }
    return sections;
  }

  /** One section: what stands behind its mark, and the lines below. */
  public record Section(String head, StringBuilder body) {

    /** The lines below the mark. */
    public String text() {
      return body.toString();
    }
  }
}
