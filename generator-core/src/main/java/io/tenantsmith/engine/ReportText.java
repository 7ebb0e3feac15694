package io.tenantsmith.engine;

import io.tenantsmith.diagnostic.Findings;
import io.tenantsmith.diagnostic.Format;
import io.tenantsmith.diagnostic.Style;
import java.util.List;
import java.util.Locale;

/** A report as both fronts show it: its diagnostics in a format, its steps as aligned lines. */
public final class ReportText {

  private static final int NAME_WIDTH = 9;
  private static final int FACT_WIDTH = 35;

  private ReportText() {}

  /** The diagnostics in a format; empty if that is for people and there is nothing to say. */
  public static String diagnostics(Report report, Format format, Style style) {
    return format.write(findings(report), style);
  }

  /** The steps, one line each, for instance {@code inputs 3 tenants, 3 tiers ok}. */
  public static List<String> steps(Report report) {
    return report.steps().stream().map(ReportText::line).toList();
  }

  private static String line(Report.Step step) {
    String layout = "%-" + NAME_WIDTH + "s %-" + FACT_WIDTH + "s  %s";
    return String.format(Locale.ROOT, layout, step.name(), step.fact(), step.remark())
        .stripTrailing();
  }

  private static Findings findings(Report report) {
    return new Findings(
        report.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        report.diagnostics(),
        report.sources(),
        report.inputFiles(),
        saysNothingWritten(report.outcome()));
  }

  /** After a failure of the disk nobody knows. */
  private static boolean saysNothingWritten(Outcome outcome) {
    return outcome == Outcome.REFUSED || outcome == Outcome.GUARD_REFUSED;
  }
}
