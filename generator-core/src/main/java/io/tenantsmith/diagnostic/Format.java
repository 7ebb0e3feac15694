package io.tenantsmith.diagnostic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of a report; docs/diagnostics describes each. */
public enum Format {
  /** For people: place, fact, excerpt, hint. */
  TEXT(false),
  /** For people and editors: one line each. */
  LINE(false),
  /** For programs. */
  JSON(true),
  /** For code scanning, SARIF 2.1.0. */
  SARIF(true),
  /** For annotations of GitHub Actions. */
  GITHUB(true),
  /** For CI servers that show test results. */
  JUNIT(true);

  private final boolean machine;

  Format(boolean machine) {
    this.machine = machine;
  }

  /** The format of that name, in lower case. */
  public static Optional<Format> named(String name) {
    return Arrays.stream(values()).filter(format -> format.label().equals(name)).findFirst();
  }

  /** All names, in the order of the documentation. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Format::label).toList();
  }

  /** The name as users write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a program reads it: then nothing else may be printed beside it. */
  public boolean isForMachines() {
    return machine;
  }

  /** The report in this format; machine formats ignore the style. */
  public String write(DiagnosticReport report, Style style) {
    return writer().write(named(report), style);
  }

  /** Who reads it decides where paths begin; json tells both. */
  private DiagnosticReport named(DiagnosticReport report) {
    return switch (this) {
      case TEXT, LINE -> report.renamed(report.names()::fromHere);
      case SARIF, GITHUB, JUNIT -> report.renamed(report.names()::fromRepository);
      case JSON -> report;
    };
  }

  private FormatWriter writer() {
    return switch (this) {
      case TEXT -> new TextFormat();
      case LINE -> new LineFormat();
      case JSON -> new JsonFormat();
      case SARIF -> new SarifFormat();
      case GITHUB -> new GithubFormat();
      case JUNIT -> new JunitFormat();
    };
  }
}
