package io.tenantsmith.run;

import io.tenantsmith.model.ReadLog;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.output.OutputFile;
import io.tenantsmith.output.Planner;
import io.tenantsmith.output.TenantFacts;
import io.tenantsmith.output.TenantFolder;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Layout;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * One tenant, rendered and digested as far as that needs nobody else.
 *
 * @param facts what stands in its tenant.json
 * @param fingerprint digest of what it was rendered from
 * @param files its files with their digests; none if the current tree has the digests already
 */
record ReadyTenant(
    RenderedTenant rendered, TenantFacts facts, String fingerprint, List<OutputFile> files) {

  /** Copies the list. */
  ReadyTenant {
    files = List.copyOf(files);
  }

  /** A rendered tenant; what is read for tenant.json and the index is noted, too. */
  static ReadyTenant of(RenderedTenant rendered, Planner planner) {
    ReadLog log = new ReadLog();
    ResolvedTenant tenant = rendered.tenant();
    TenantFacts facts = TenantFacts.of(tenant.watched(log));
    String fingerprint = Fingerprint.of(rendered.reads().plus(log.reads()));
    List<OutputFile> files =
        planner.remembers(tenant.id(), fingerprint) ? List.of() : files(rendered, Map.of());
    return new ReadyTenant(rendered, facts, fingerprint, files);
  }

  private static List<OutputFile> files(RenderedTenant rendered, Map<String, String> digests) {
    RelativePath folder = Layout.tenant(rendered.tenant());
    return rendered.artifacts().stream()
        .map(file -> OutputFile.of(file, digests.get(file.path().relativeTo(folder).value())))
        .toList();
  }

  /** Its folder. The planner reads the current tree, so this is for the thread that compares. */
  TenantFolder folder(Planner planner) throws IOException {
    ResolvedTenant tenant = rendered.tenant();
    RelativePath folder = Layout.tenant(tenant);
    List<OutputFile> all =
        files.isEmpty() ? files(rendered, planner.digests(tenant.id(), folder)) : files;
    return facts.folder(folder, all, rendered.facts(fingerprint));
  }
}
