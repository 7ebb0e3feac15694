package io.tenantsmith.engine;

import io.tenantsmith.diagnostic.FileNames;
import io.tenantsmith.diagnostic.Style;
import io.tenantsmith.plan.form.Detail;
import io.tenantsmith.plan.form.PlanBrief;
import io.tenantsmith.plan.form.PlanText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints a result as the lines of a summary, in three columns: name, fact, remark. */
final class SummaryText implements CommandResult.Printer<List<String>> {

  private static final int NAMED = 5;

  private final FileNames names;
  private final Style style;

  SummaryText(FileNames names, Style style) {
    this.names = names;
    this.style = style;
  }

  /** A dry run is the file alone, so that it can be redirected into one. */
  @Override
  public List<String> drafted(NewResult result) {
    if (!result.written()) {
      return result.text().lines().toList();
    }
    List<String> lines = new ArrayList<>();
    lines.add(inputs(result));
    lines.add(line("wrote", names.fromHere(result.file()), ""));
    result.next().forEach(step -> lines.add(line("next", step, "")));
    return lines;
  }

  @Override
  public List<String> began(InitResult result) {
    List<String> lines = new ArrayList<>();
    String wrote = result.dryRun() ? "would add" : "wrote";
    for (CommandResult.NewFile file : result.files()) {
      boolean kept = file.change().equals(CommandResult.NewFile.KEPT);
      lines.add(line(kept ? "kept" : wrote, file.path(), kept ? "was there" : ""));
    }
    result.next().forEach(step -> lines.add(line("next", step, "")));
    return lines;
  }

  @Override
  public List<String> validated(ValidateResult result) {
    return List.of(inputs(result));
  }

  /** A form for a file is shown alone, so that it can be redirected into one. */
  @Override
  public List<String> planned(PlanResult result) {
    if (result.form() != PlanOptions.Form.TEXT) {
      return PlanForms.text(result.plan(), result.form(), names).lines().toList();
    }
    List<String> lines = new ArrayList<>();
    lines.add(inputs(result));
    lines.addAll(
        PlanText.of(result.plan(), names, style, Detail.valueOf(result.shown().depth().name())));
    result.steps().forEach(step -> lines.addAll(StepText.lines(step)));
    result.files().forEach(file -> lines.add(line("wrote", names.fromHere(file), "plan")));
    return lines;
  }

  @Override
  public List<String> generated(GenerateResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(inputs(result));
    result
        .writing()
        .ifPresent(
            writing -> {
              lines.addAll(plan(writing.planned()));
              lines.add(rendered(writing.rendering()));
              String output = names.fromHere(writing.output());
              lines.add(line("wrote", output, changes(writing.files())));
              lines.addAll(tenants(writing));
              writing.steps().forEach(step -> lines.addAll(StepText.lines(step)));
              writing.next().forEach(step -> lines.add(line("next", next(step), "")));
            });
    return lines;
  }

  @Override
  public List<String> checked(CheckResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(inputs(result));
    lines.addAll(plan(result.differences().planned()));
    lines.add(rendered(result.rendering()));
    result.differences().steps().forEach(step -> lines.addAll(StepText.lines(step)));
    if (result.current()) {
      lines.add(line("checked", names.fromHere(result.output()), "current"));
    }
    return lines;
  }

  @Override
  public List<String> explained(ExplainResult result) {
    return new ExplainText(names).lines(result);
  }

  @Override
  public List<String> published(PublishResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(inputs(result));
    result
        .pushed()
        .ifPresent(
            push -> {
              lines.addAll(plan(push.tenants().planned()));
              push.tenants().steps().forEach(step -> lines.addAll(StepText.lines(step)));
              PushText.line(push).ifPresent(lines::add);
              push.tenants()
                  .certificates()
                  .forEach(file -> lines.add(line("wrote", names.fromHere(file), "certificate")));
            });
    return lines;
  }

  /** What somebody has seen before a question is not shown again. */
  @Override
  public List<String> edited(EditResult result) {
    EditResult.Ending ending = result.edit().ending();
    List<String> lines = new ArrayList<>();
    if (!ending.isSeen()) {
      lines.add(inputs(result));
      lines.addAll(new EditText(names, style).lines(result));
      lines.addAll(tenants("changed", result.effects().changed()));
    }
    if (ending.isWritten()) {
      lines.add(line("wrote", names.fromHere(result.edit().file()), ""));
    } else if (ending != EditResult.Ending.SHOWN) {
      lines.add(line("unchanged", names.fromHere(result.edit().file()), ""));
    }
    result.next().forEach(step -> lines.add(line("next", step, "")));
    return lines;
  }

  @Override
  public List<String> certified(CertificateResult result) {
    return List.of(
        line("wrote", names.fromHere(result.file()), "removed by " + result.abbreviated()));
  }

  @Override
  public List<String> examined(DoctorResult result) {
    List<String> lines = new ArrayList<>();
    DoctorResult.Area area = null;
    for (DoctorResult.Row row : result.rows()) {
      if (row.area() != area) {
        area = row.area();
        lines.add(area.label());
      }
      lines.add(
          String.format(
              Locale.ROOT, "  %-4s  %-9s  %s", row.status().label(), row.subject(), row.fact()));
    }
    return lines;
  }

  /** Data loss first, then numbers and what else is dangerous. */
  private List<String> plan(Optional<PlanNote> note) {
    return note.map(known -> PlanBrief.of(known.plan(), known.failure(), style)).orElse(List.of());
  }

  private static String inputs(FleetResult result) {
    CommandResult.FleetSize fleet = result.fleet();
    return line(
        "inputs",
        count(fleet.tenants(), "tenant")
            + ", "
            + count(fleet.tiers(), "tier")
            + ", "
            + count(fleet.clusters(), "cluster"),
        "ok");
  }

  private static String rendered(CommandResult.Rendering rendering) {
    return line(
        "rendered",
        count(rendering.objects(), "object") + " in " + count(rendering.files(), "file"),
        rendering.time());
  }

  private static String changes(CommandResult.FileChanges files) {
    return String.format(
            Locale.ROOT,
            "%d new, %d changed, %d removed",
            files.created(),
            files.changed(),
            files.removed())
        + (files.isEmpty() ? " (already current)" : "");
  }

  /** Which tenants differ from the output that was there: some by name, the others by number. */
  private static List<String> tenants(GenerateResult.Writing writing) {
    List<String> lines = new ArrayList<>();
    for (String change : List.of("new", "changed")) {
      List<String> ids =
          writing.tenants().stream()
              .filter(tenant -> tenant.change().equals(change))
              .map(GenerateResult.TenantFiles::id)
              .toList();
      lines.addAll(tenants(change, ids));
    }
    lines.addAll(tenants("removed", writing.removed()));
    return lines;
  }

  private static List<String> tenants(String change, List<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    int more = ids.size() > NAMED ? ids.size() - NAMED + 1 : 0;
    String named = String.join(", ", ids.subList(0, ids.size() - more));
    String fact = more == 0 ? named : named + " and " + more + " more";
    return List.of(line(change, fact, count(ids.size(), "tenant")));
  }

  private String next(GenerateResult.NextStep step) {
    String byHand = "kubectl apply --server-side -k " + names.fromHere(step.folder());
    return step.starters().isEmpty()
        ? byHand
        : byHand + "   (or " + String.join(", ", step.starters()) + ")";
  }

  static String line(String name, String fact, String remark) {
    return String.format(Locale.ROOT, "%-9s %-35s  %s", name, fact, remark).stripTrailing();
  }

  static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
