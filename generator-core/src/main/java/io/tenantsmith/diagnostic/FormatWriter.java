package io.tenantsmith.diagnostic;

/** Writes reports in one format. */
@FunctionalInterface
interface FormatWriter {

  /** The whole report, each line ended by a line feed. */
  String write(DiagnosticReport report, Style style);
}
