package io.tenantsmith.plan.form;

import io.tenantsmith.diagnostic.FileNames;
import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.DangerKind;
import io.tenantsmith.plan.FleetPlan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan in Markdown: data loss first, then what changes, worst first, and what of the limits is
 * used. It fits its place; what is left out is counted.
 */
public final class PlanMarkdown {

  /** What a comment of a pull request holds at most, in characters. */
  public static final int COMMENT = 65_536;

  /** What the body of a commit's message gets at most, in bytes. */
  public static final int COMMIT_BODY = 8 * 1024;

  /** With what every comment begins, so that a program finds its former comment. */
  public static final String MARKER = "<!-- tenantsmith:plan";

  /** Lines about data loss get such a part of the whole at most. */
  private static final int PART = 4;

  /** Of a comment that is cut, changes with all fields get this part; the others a line each. */
  private static final double DETAILED = 0.6;

  private static final DangerKind LOST = DangerKind.DATA_LOSS;

  private final FleetPlan plan;
  private final boolean commit;
  private final MarkdownGroup form;
  private final MarkdownFrame frame;

  private PlanMarkdown(FleetPlan plan, FileNames names, boolean commit) {
    MarkdownWords words = new MarkdownWords(commit);
    CausePhrase causes = new CausePhrase(names::fromRepository, words::code, words::prose);
    this.plan = plan;
    this.commit = commit;
    this.form = new MarkdownGroup(words, causes);
    this.frame = new MarkdownFrame(plan, words, causes);
  }

  /** A comment of at most 65,536 characters; its first line is hidden and begins as the marker. */
  public static String of(FleetPlan plan, FileNames names) {
    return new PlanMarkdown(plan, names, false).text();
  }

  /** A part of a commit's message of at most 8 KiB, with a line for each change. */
  public static String ofCommit(FleetPlan plan, FileNames names) {
    return new PlanMarkdown(plan, names, true).text();
  }

  private String text() {
    List<String> lines = new ArrayList<>();
    if (!commit) {
      lines.add(marker());
    }
    dataLoss(lines);
    lines.add((commit ? "" : "### ") + PlanSummary.counts(plan));
    lines.add("");
    lines.add(frame.compared());
    lines.add("");
    lines.addAll(frame.dangers());
    List<String> numbers = frame.numbers();
    List<ChangeGroup> shown = shown();
    String derived = derived();
    int free = most() - size(lines) - size(numbers) - size(List.of(derived)) - PART;
    if (!shown.isEmpty()) {
      lines.add("");
      lines.addAll(cut().fit(shown, free));
    }
    if (!derived.isEmpty()) {
      lines.add("");
      lines.add(derived);
    }
    if (!numbers.isEmpty()) {
      lines.add("");
      lines.addAll(numbers);
    }
    return String.join("\n", lines) + "\n";
  }

  private MarkdownCut cut() {
    if (commit) {
      String seen = "This commit shows all of it.";
      return new MarkdownCut(group -> List.of(form.line(group)), form::line, 1, this::size, seen);
    }
    String seen = "`tenantsmith plan --full` shows all of it, and so does `--form json`.";
    return new MarkdownCut(form::whole, form::line, DETAILED, this::size, seen);
  }

  /** Both commits, so that a program sees whether a comment is of the present state. */
  private String marker() {
    return MARKER + " commit=" + hex(plan.commit()) + " base=" + hex(plan.base().commit()) + " -->";
  }

  private static String hex(String commit) {
    return commit.matches("[0-9a-f]{7,64}(-dirty)?") ? commit : "none";
  }

  /** In a frame of its own, which a Git host shows in red. */
  private void dataLoss(List<String> lines) {
    List<String> losses = frame.dataLoss(form, this::size, most() / PART);
    if (losses.isEmpty()) {
      return;
    }
    String quote = commit ? "" : "> ";
    if (!commit) {
      lines.add("> [!CAUTION]");
    }
    lines.add(quote + "**" + LOST.label() + "** (" + LOST.code() + ")");
    lines.add(quote.strip());
    losses.forEach(line -> lines.add(quote + line));
    lines.add("");
  }

  /** Without shared files in which nothing differs but what follows from other changes. */
  private List<ChangeGroup> shown() {
    return plan.groups().stream().filter(group -> !isNoise(group)).toList();
  }

  private static boolean isNoise(ChangeGroup group) {
    return group.scope().shared() && group.isDerived();
  }

  private String derived() {
    int number =
        plan.groups().stream()
            .filter(PlanMarkdown::isNoise)
            .mapToInt(group -> group.objects().size() + group.files().size())
            .sum();
    return number == 0 ? "" : "And " + Counted.of(number, "derived change") + " of shared files.";
  }

  private int most() {
    return commit ? COMMIT_BODY : COMMENT;
  }

  private int size(List<String> lines) {
    return lines.stream().mapToInt(line -> size(line) + 1).sum();
  }

  private int size(String line) {
    return commit ? line.getBytes(StandardCharsets.UTF_8).length : line.length();
  }
}
