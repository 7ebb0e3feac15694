package io.tenantsmith.diagnostic;

import java.util.ArrayList;
import java.util.List;

/**
 * The last line of a report for people: how many diagnostics there are, where, and whether anything
 * was written.
 */
final class ClosingLine {

  private ClosingLine() {}

  /** For instance {@code 2 errors in 1 of 2431 files. Nothing was written.}, or nothing. */
  static String of(DiagnosticReport report) {
    if (report.diagnostics().isEmpty()) {
      return "";
    }
    String end = report.nothingWritten() ? ". Nothing was written.\n" : ".\n";
    return counts(report) + place(report) + end;
  }

  private static String counts(DiagnosticReport report) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      int count = report.count(severity);
      if (count > 0) {
        parts.add(count + " " + severity.label() + (count == 1 ? "" : "s"));
      }
    }
    return String.join(", ", parts);
  }

  private static String place(DiagnosticReport report) {
    int concerned = report.filesConcerned();
    if (concerned == 0 || concerned > report.inputFiles()) {
      return "";
    }
    String files = report.inputFiles() == 1 ? " file" : " files";
    return " in " + concerned + " of " + report.inputFiles() + files;
  }
}
