package io.tenantsmith.cli;

import io.tenantsmith.diagnostic.Format;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say how a report looks. */
final class ReportOptions {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = FormatName.class,
      completionCandidates = FormatNames.class,
      description = "text (default), line, json, sarif, github or junit.")
  private Format format = Format.TEXT;

  @Option(
      names = "--no-color",
      description = "No colours; also if NO_COLOR is set or this is not a terminal.")
  private boolean noColor;

  @Option(
      names = {"-X", "--debug"},
      description = "Show stack traces: of an internal error, and of what disk or network said.")
  private boolean debug;

  /** The format. */
  Format format() {
    return format;
  }

  /** Whether colours are unwanted. */
  boolean noColor() {
    return noColor;
  }

  /** Whether stack traces are wanted. */
  boolean debug() {
    return debug;
  }

  /** The names that a shell offers. */
  static final class FormatNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return Format.labels().iterator();
    }
  }

  /** Reads the name of a format. */
  static final class FormatName implements ITypeConverter<Format> {

    @Override
    public Format convert(String value) {
      return Format.named(value)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "expected one of " + String.join(", ", Format.labels())));
    }
  }
}
