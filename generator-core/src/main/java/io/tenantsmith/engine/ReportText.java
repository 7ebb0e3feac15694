package io.tenantsmith.engine;

import io.tenantsmith.diagnostic.DiagnosticReport;
import io.tenantsmith.diagnostic.FileNames;
import io.tenantsmith.diagnostic.Format;
import io.tenantsmith.diagnostic.Style;
import java.util.List;
import java.util.Map;

/** A report as both fronts show it: its diagnostics in a format, its result as aligned lines. */
public final class ReportText {

  private ReportText() {}

  /**
   * The report in a format, with files as the fleet calls them; empty if the format is for people
   * and there are no diagnostics. A format for people holds the diagnostics alone, {@code json}
   * also the result.
   */
  public static String inFormat(Report report, Format format, Style style) {
    return inFormat(report, format, style, FileNames.OF_THE_FLEET);
  }

  /** The report in a format, with names of files that its readers can follow. */
  public static String inFormat(Report report, Format format, Style style, FileNames names) {
    return format.write(content(report).with(names), style);
  }

  /** The summary, one line each step, for instance {@code inputs 3 tenants, 3 tiers ok}. */
  public static List<String> summary(Report report) {
    return summary(report, FileNames.OF_THE_FLEET);
  }

  /** The summary, with paths that people can follow. */
  public static List<String> summary(Report report, FileNames names) {
    return report
        .result()
        .map(result -> result.printedBy(new SummaryText(names)))
        .orElse(List.of());
  }

  private static DiagnosticReport content(Report report) {
    return new DiagnosticReport(
            report.outcome().label(),
            report.diagnostics(),
            report.sources(),
            report.inputFiles(),
            saysNothingWritten(report.outcome()))
        .by(Tool.version())
        .with(report.result().map(result -> result.printedBy(new ResultJson())).orElse(Map.of()));
  }

  /** Whether the report may claim that nothing was written; after a disk failure nobody knows. */
  private static boolean saysNothingWritten(Outcome outcome) {
    return outcome == Outcome.REFUSED || outcome == Outcome.GUARD_REFUSED;
  }
}
