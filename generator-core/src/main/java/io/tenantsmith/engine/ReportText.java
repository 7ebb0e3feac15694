package io.tenantsmith.engine;

import io.tenantsmith.diagnostic.DiagnosticReport;
import io.tenantsmith.diagnostic.FileNames;
import io.tenantsmith.diagnostic.Format;
import io.tenantsmith.diagnostic.RunFacts;
import io.tenantsmith.diagnostic.Style;
import java.time.Duration;
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
    return inFormat(report, format, style, Reading.OF_THE_FLEET);
  }

  /** The report in a format, with names of files that its readers can follow. */
  public static String inFormat(Report report, Format format, Style style, Reading reading) {
    RunFacts facts = new RunFacts(Tool.version(), Tool.url(), reading.time());
    return format.write(content(report).with(reading.names()).with(facts), style);
  }

  /**
   * What a report is told beside what was found.
   *
   * @param names how its files are called
   * @param time how long the run took
   */
  public record Reading(FileNames names, Duration time) {

    /** Files as the fleet calls them. */
    public static final Reading OF_THE_FLEET = of(FileNames.OF_THE_FLEET);

    /** Files by these names, in no time. */
    public static Reading of(FileNames names) {
      return new Reading(names, Duration.ZERO);
    }
  }

  /** The summary, one line each step, for instance {@code inputs 3 tenants, 3 tiers ok}. */
  public static List<String> summary(Report report) {
    return summary(report, FileNames.OF_THE_FLEET);
  }

  /** The summary, with paths that people can follow. */
  public static List<String> summary(Report report, FileNames names) {
    return summary(report, names, Style.PLAIN);
  }

  /** The summary as a terminal shows it. */
  public static List<String> summary(Report report, FileNames names, Style style) {
    return report.result().map(result -> summary(result, names, style)).orElse(List.of());
  }

  /** The summary of a result that a question is about. */
  public static List<String> summary(CommandResult result, FileNames names, Style style) {
    return result.printedBy(new SummaryText(names, style));
  }

  private static DiagnosticReport content(Report report) {
    return new DiagnosticReport(
            report.outcome().label(),
            report.diagnostics(),
            report.sources(),
            report.inputFiles(),
            saysNothingWritten(report.outcome()))
        .with(report.result().map(result -> result.printedBy(new ResultJson())).orElse(Map.of()));
  }

  /** Whether the report may claim that nothing was written; after a disk failure nobody knows. */
  private static boolean saysNothingWritten(Outcome outcome) {
    return outcome == Outcome.REFUSED
        || outcome == Outcome.GUARD_REFUSED
        || outcome == Outcome.WRONG_USAGE;
  }
}
