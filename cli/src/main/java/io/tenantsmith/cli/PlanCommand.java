package io.tenantsmith.cli;

import io.tenantsmith.engine.PlanOptions;
import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Plan;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Says what would change, for whom, why and how dangerous it is. */
@CommandLine.Command(
    name = "plan",
    description =
        "Says what the inputs would change: for whom, because of which line of which file, and how"
            + " dangerous it is. Writes nothing but the files that --write names.",
    footer = {
      "  tenantsmith plan                               compared with what is published",
      "  tenantsmith plan --base origin/main            compared with a branch",
      "  tenantsmith plan --write plan.md               a comment for the pull request",
      "  tenantsmith plan --tenant acme-corp --detail   one tenant, with its fields",
    })
final class PlanCommand extends FleetCommand {

  @Option(
      names = "--base",
      paramLabel = "BASE",
      description =
          "What to compare with: published, output, or a commit of the inputs such as origin/main."
              + " Without it published where that can be read, else output.")
  private @Nullable String base;

  @Option(
      names = "--repository",
      paramLabel = "REPO",
      description = "GitOps repository of what is published; fleet.yaml states the default.")
  private @Nullable String repository;

  @Option(
      names = "--branch",
      paramLabel = "NAME",
      description = "Branch of what is published; fleet.yaml states the default.")
  private @Nullable String branch;

  @Option(
      names = "--form",
      paramLabel = "FORM",
      defaultValue = "text",
      completionCandidates = FormNames.class,
      description = "How the plan is shown: text (default), markdown, json or html.")
  private String form = "text";

  @Option(
      names = "--write",
      paramLabel = "FILE",
      split = ",",
      description = "Also write the plan to FILE; its ending says how: txt, md, json or html.")
  private List<String> files = List.of();

  @Option(names = "--detail", description = "Show the fields of each group of tenants, too.")
  private boolean detail;

  @Option(names = "--full", description = "Show every object and field.")
  private boolean full;

  @Option(names = "--detailed-exitcode", description = "Exit 2 if there are changes.")
  private boolean detailedExitcode;

  PlanCommand(Screen screen) {
    super(screen);
  }

  @Override
  Command command() {
    return new Plan(
        new PlanOptions(
            new PlanOptions.Against(base, repository, branch),
            new PlanOptions.View(form, PlanOptions.Depth.of(detail, full)),
            files,
            detailedExitcode));
  }

  /** The names that a shell offers. */
  static final class FormNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return PlanOptions.Form.labels().iterator();
    }
  }
}
