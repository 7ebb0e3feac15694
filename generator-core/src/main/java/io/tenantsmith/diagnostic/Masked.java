package io.tenantsmith.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines from which no secret can be read. A value whose key names a secret becomes a fixed number
 * of stars. The part of an address before {@code @} becomes as many stars as it has characters,
 * since carets below the whole address must fit.
 */
public final class Masked implements SourceLines {

  /** What stands for a value of which nothing is shown, not even its length. */
  public static final String SENSITIVE = "(sensitive)";

  private static final Pattern CREDENTIALS = Pattern.compile("(?<=://)[^/@\\s\"']+(?=@)");
  private static final Pattern VISIBLE = Pattern.compile("[^\\s:].*");

  /** Stars of a fixed length, which reveals nothing about the secret's. */
  private static final String STARS = "********";

  private final SourceLines lines;
  private final List<SourceRange> keys = new ArrayList<>();

  private Masked(SourceLines lines) {
    this.lines = lines;
  }

  static SourceLines of(DiagnosticReport report) {
    Masked masked = new Masked(report.sources());
    report.diagnostics().stream()
        .filter(diagnostic -> diagnostic.code() == Code.SCH007)
        .forEach(diagnostic -> masked.keys.add(diagnostic.range()));
    return masked;
  }

  @Override
  public Optional<String> line(String file, int line) {
    return lines.line(file, line).map(text -> withoutCredentials(behindKey(file, line, text)));
  }

  private String behindKey(String file, int line, String text) {
    int end =
        keys.stream()
            .filter(key -> key.file().equals(file) && key.endLine() == line)
            .mapToInt(SourceRange::endColumn)
            .min()
            .orElse(Integer.MAX_VALUE);
    if (end > text.codePointCount(0, text.length())) {
      return text;
    }
    int from = text.offsetByCodePoints(0, end - 1);
    return text.substring(0, from) + VISIBLE.matcher(text.substring(from)).replaceFirst(STARS);
  }

  /** A text in which the credentials of addresses are stars. */
  public static String withoutCredentials(String text) {
    return CREDENTIALS.matcher(text).replaceAll(found -> "*".repeat(found.group().length()));
  }

  /** A text in which another one stands for the credentials of addresses. */
  public static String withoutCredentials(String text, String instead) {
    return CREDENTIALS.matcher(text).replaceAll(Matcher.quoteReplacement(instead));
  }

  /** Whether a text has an address with credentials. */
  public static boolean hasCredentials(String text) {
    return CREDENTIALS.matcher(text).find();
  }
}
