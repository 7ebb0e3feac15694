package io.tenantsmith.diagnostic;

/** Writes findings in one format. */
@FunctionalInterface
interface FormatWriter {

  /** The whole report, each line ended by a line feed. */
  String write(Findings findings, Style style);
}
