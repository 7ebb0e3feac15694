package io.tenantsmith.diagnostic;

import java.util.Comparator;
import java.util.function.UnaryOperator;

/**
 * A place in an input file. Lines and columns count from 1; columns count code points; the end is
 * exclusive. Line 0 means the file as a whole.
 *
 * @param file path relative to the fleet's root, with {@code /}
 */
public record SourceRange(String file, int line, int column, int endLine, int endColumn)
    implements Comparable<SourceRange> {

  private static final Comparator<SourceRange> ORDER =
      Comparator.comparing(SourceRange::file)
          .thenComparingInt(SourceRange::line)
          .thenComparingInt(SourceRange::column)
          .thenComparingInt(SourceRange::endLine)
          .thenComparingInt(SourceRange::endColumn);

  /** A whole file. */
  public static SourceRange ofFile(String file) {
    return new SourceRange(file, 0, 0, 0, 0);
  }

  /** A place in a file, one character wide. */
  public static SourceRange at(String file, int line, int column) {
    return new SourceRange(file, line, column, line, column + 1);
  }

  /** The same place in a file by another name. */
  public SourceRange renamed(UnaryOperator<String> name) {
    return new SourceRange(name.apply(file), line, column, endLine, endColumn);
  }

  /** Whether this is a file as a whole. */
  public boolean isWholeFile() {
    return line == 0;
  }

  /** The place as {@code file:line:column}, or the file alone. */
  public String display() {
    return isWholeFile() ? file : file + ":" + line + ":" + column;
  }

  /** A record's own hash goes through a method handle, and a large fleet has many places. */
  @Override
  public int hashCode() {
    return 31 * (31 * file.hashCode() + line) + column;
  }

  @Override
  public int compareTo(SourceRange other) {
    return ORDER.compare(this, other);
  }
}
