package io.tenantsmith.engine.command;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.ExplainOptions;
import io.tenantsmith.engine.ExplainResult;
import io.tenantsmith.engine.Front;
import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import io.tenantsmith.explain.ExplainedPart;
import io.tenantsmith.explain.Explanation;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.ClusterKeys;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.ClusterContributor.ClusterTenant;
import io.tenantsmith.render.Layout;
import io.tenantsmith.run.Contributors;
import io.tenantsmith.run.FleetRendering;
import io.tenantsmith.run.RenderedTenant;
import io.tenantsmith.run.SettledFleet;
import java.util.List;
import java.util.Optional;

/** Tells where the values of a tenant or cluster come from, and what moves a field. */
public record Explain(ExplainOptions options) implements Command {

  @Override
  public Report run(Request request, Session session) {
    return OutputRun.of(request, session, this::explain);
  }

  private Report explain(OutputRun run) {
    ReportDraft report = run.report();
    Front front = run.session().front();
    Optional<Diagnostic> mistake = mistake(run.request().selection(), front);
    if (mistake.isPresent()) {
      report.add(List.of(mistake.get()));
      return report.refused();
    }
    Optional<ExplainedPart> part = part(run);
    if (part.isEmpty()) {
      report.add(List.of(elsewhere(run.request().selection(), front)));
      return report.refused();
    }
    Result<ExplainResult> answer = answer(new Explanation(run.fleetSize(), part.get(), front));
    report.add(answer.diagnostics());
    report.add(part.get().findings());
    return report.ended(
        report.hasErrors() ? Outcome.REFUSED : Outcome.DONE, answer.value().orElse(null));
  }

  private Result<ExplainResult> answer(Explanation explanation) {
    if (options.namedObject().isPresent()) {
      return explanation.field(options.namedObject().get(), options.namedField().orElseThrow());
    }
    return options.onlyValue().isPresent()
        ? explanation.value(options.onlyValue().get())
        : Result.of(explanation.all());
  }

  private Optional<Diagnostic> mistake(Request.Selection selection, Front front) {
    if (selection.onlyTenant().isEmpty() && selection.onlyCluster().isEmpty()) {
      return Optional.of(
          mistake(front, "tenant", "no tenant is named, and no cluster")
              .withHint("name one, for instance " + front.option("tenant") + " acme-corp"));
    }
    if (options.namedField().isPresent() != options.namedObject().isPresent()) {
      boolean field = options.namedObject().isPresent();
      return Optional.of(
          mistake(
                  front,
                  field ? "field" : "object",
                  field
                      ? "an object is named without a field"
                      : "a field is named without an object")
              .withHint(
                  field
                      ? "name the field, for instance " + front.option("field") + " spec"
                      : "name the object, for instance "
                          + front.option("object")
                          + " Deployment/wordpress"));
    }
    return options.onlyValue().isPresent() && options.namedObject().isPresent()
        ? Optional.of(
            mistake(front, "value", "a value and a field are named")
                .withHint("ask for one of them at a time"))
        : Optional.empty();
  }

  private static Diagnostic elsewhere(Request.Selection selection, Front front) {
    return mistake(
            front,
            "cluster",
            "the tenant " + selection.onlyTenant().orElse("") + " is on another cluster")
        .withHint("leave out " + front.option("cluster"));
  }

  private static Diagnostic mistake(Front front, String option, String fact) {
    return Diagnostic.error(Code.EXP971, SourceRange.ofFile(front.option(option)), fact);
  }

  private static Optional<ExplainedPart> part(OutputRun run) {
    SettledFleet settled = run.settled();
    FleetRendering rendering = new FleetRendering(settled, new Contributors());
    List<RenderedTenant> tenants = settled.selected().stream().map(rendering::tenant).toList();
    List<Artifact> shared =
        rendering.shared(
            tenants.stream().map(t -> ClusterTenant.of(t.tenant(), t.artifacts())).toList());
    if (settled.selection().onlyTenant().isEmpty()) {
      String name = settled.selection().onlyCluster().orElse("");
      return settled.fleet().cluster(name).map(cluster -> ofCluster(cluster, shared));
    }
    return tenants.stream().findFirst().map(tenant -> ofTenant(tenant, shared));
  }

  private static ExplainedPart ofTenant(RenderedTenant rendered, List<Artifact> shared) {
    ResolvedTenant tenant = rendered.tenant();
    return new ExplainedPart(
        new ExplainResult.Subject("tenant", tenant.id().value(), SourceRange.ofFile(tenant.file())),
        tenant.settings(),
        tenant.namespace(),
        new ExplainedPart.Files(rendered.artifacts(), platform(tenant.cluster(), shared)),
        new ExplainedPart.Patching(rendered.patched().applied(), rendered.findings()));
  }

  /** Not what sync tools follow: their lists show nearly all of a tenant. */
  private static List<Artifact> platform(Cluster cluster, List<Artifact> shared) {
    return below(Layout.platform(cluster.name().value()), shared);
  }

  private static List<Artifact> below(RelativePath folder, List<Artifact> files) {
    return files.stream()
        .filter(file -> file.path().value().startsWith(folder.value() + "/"))
        .toList();
  }

  private static ExplainedPart ofCluster(Cluster cluster, List<Artifact> shared) {
    String name = cluster.name().value();
    List<Artifact> own = below(Layout.cluster(name), shared);
    return new ExplainedPart(
        new ExplainResult.Subject(
            "cluster", name, cluster.settings().setting(ClusterKeys.NAME).origin().range()),
        cluster.settings(),
        "",
        new ExplainedPart.Files(own, List.of()),
        ExplainedPart.Patching.NONE);
  }
}
