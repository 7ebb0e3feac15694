package io.tenantsmith.run;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.demand.PeakDemand;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.model.Reads;
import io.tenantsmith.model.Requests;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.output.KindSet;
import io.tenantsmith.output.RenderedFacts;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KindInUse;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One tenant, rendered: a function of that tenant and of what all tenants share, and of no earlier
 * run.
 *
 * @param artifacts its files
 * @param patched the same as they will arrive in the cluster, with the tenant's patches applied
 * @param reads all that was read of the inputs to make them
 * @param findings what is wrong with them, and with the patches
 */
public record RenderedTenant(
    ResolvedTenant tenant,
    List<Artifact> artifacts,
    List<Artifact> patched,
    Reads reads,
    List<Diagnostic> findings) {

  /** Copies the lists. */
  public RenderedTenant {
    artifacts = List.copyOf(artifacts);
    patched = List.copyOf(patched);
    findings = List.copyOf(findings);
  }

  /** Number of its objects. */
  public int objects() {
    return artifacts.stream().mapToInt(artifact -> artifact.objects().size()).sum();
  }

  /** What its objects request at their peak. */
  public Requests requests() {
    return PeakDemand.of(
            tenant.namespace(),
            artifacts.stream().flatMap(a -> a.objects().stream()).map(ObjectValues::of).toList())
        .requests();
  }

  /**
   * What the index is to remember of it.
   *
   * @param fingerprint digest of what it was rendered from
   */
  public RenderedFacts facts(String fingerprint) {
    return new RenderedFacts(fingerprint, objects(), artifacts.size() + 1, kinds(), requests());
  }

  /** The kinds of its objects, with its own namespace left open. */
  public KindSet kinds() {
    SortedSet<KindInUse> kinds = new TreeSet<>();
    for (Artifact artifact : artifacts) {
      artifact
          .objects()
          .forEach(
              object ->
                  kinds.add(
                      KindInUse.of(object.ref()).generalised(tenant.namespace(), KindSet.OWN)));
    }
    return KindSet.of(kinds);
  }
}
