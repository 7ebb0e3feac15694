package io.tenantsmith.diagnostic;

import java.util.ArrayList;
import java.util.List;

/**
 * The last line of a report for people: how much there is, where, and whether anything was written.
 */
final class ClosingLine {

  private ClosingLine() {}

  /** For instance {@code 2 errors in 1 of 2431 files. Nothing was written.}, or nothing. */
  static String of(Findings findings) {
    if (findings.diagnostics().isEmpty()) {
      return "";
    }
    String end = findings.nothingWritten() ? ". Nothing was written.\n" : ".\n";
    return counts(findings) + place(findings) + end;
  }

  private static String counts(Findings findings) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      int count = findings.count(severity);
      if (count > 0) {
        parts.add(count + " " + severity.label() + (count == 1 ? "" : "s"));
      }
    }
    return String.join(", ", parts);
  }

  private static String place(Findings findings) {
    int concerned = findings.filesConcerned();
    if (concerned == 0 || concerned > findings.inputFiles()) {
      return "";
    }
    String files = findings.inputFiles() == 1 ? " file" : " files";
    return " in " + concerned + " of " + findings.inputFiles() + files;
  }
}
