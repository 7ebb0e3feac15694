package io.tenantsmith.engine.command;

import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.RenderedFleet;
import io.tenantsmith.engine.Request;
import io.tenantsmith.model.PublishedOutput;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.Layout;
import io.tenantsmith.run.FleetRenderer;
import io.tenantsmith.run.Inputs;
import io.tenantsmith.run.JudgedFleet;
import io.tenantsmith.run.LoadedFleet;
import io.tenantsmith.run.RenderedTenant;
import io.tenantsmith.run.SettledFleet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Checks the inputs and renders the selected tenants into memory. Nothing is written and no output
 * is read: the inputs alone decide.
 *
 * @param drafts tenants' files that are not on disk, or not with that text
 */
public record RenderInMemory(List<RenderedFleet.Draft> drafts) {

  /** Copies the list. */
  public RenderInMemory {
    drafts = List.copyOf(drafts);
  }

  /** Renders it; nothing is rendered where there is an error. */
  public RenderedFleet run(Request request, Session session) {
    LoadedFleet loaded = new Inputs(request, session.progress(), drafts).read();
    ReportDraft report = new ReportDraft(loaded);
    JudgedFleet judged = JudgedFleet.of(loaded, request.selection());
    report.add(judged.diagnostics());
    Optional<SettledFleet> settled =
        report.taken(judged.against(OwnershipIndex.empty(), PublishedOutput.NONE), judged);
    if (settled.isEmpty()) {
      return new RenderedFleet(report.refused(), List.of());
    }
    List<RenderedTenant> tenants = new FleetRenderer(settled.get(), session.progress()).inMemory();
    tenants.forEach(tenant -> report.add(tenant.findings()));
    return report.hasErrors()
        ? new RenderedFleet(report.refused(), List.of())
        : new RenderedFleet(
            report.ended(Outcome.DONE, null), tenants.stream().map(RenderInMemory::files).toList());
  }

  private static RenderedFleet.TenantFiles files(RenderedTenant rendered) {
    ResolvedTenant tenant = rendered.tenant();
    SortedMap<String, String> files = new TreeMap<>();
    for (Artifact artifact : rendered.artifacts()) {
      RelativePath name = artifact.path().relativeTo(Layout.tenant(tenant));
      files.put(name.value(), artifact.text());
    }
    List<Map<String, Object>> objects = new ArrayList<>();
    for (Artifact artifact : rendered.patched().artifacts()) {
      artifact.objects().forEach(object -> objects.add(object.tree()));
    }
    return new RenderedFleet.TenantFiles(tenant.id().value(), tenant.namespace(), files, objects);
  }
}
