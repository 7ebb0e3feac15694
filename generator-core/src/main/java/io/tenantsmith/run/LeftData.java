package io.tenantsmith.run;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.steps.TenantObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Says which objects that hold data leave without a step: what a sync tool deletes is refused, what
 * it is told to leave alone stays in the cluster, where nobody looks after it any more.
 */
record LeftData(SettledFleet settled) {

  private static final int NAMED = 5;

  List<Diagnostic> diagnostics(SortedMap<String, List<KubernetesObject>> left) {
    List<Diagnostic> found = new ArrayList<>();
    List<String> staying = new ArrayList<>();
    for (Map.Entry<String, List<KubernetesObject>> tenant : left.entrySet()) {
      String deleted = names(tenant.getValue(), object -> !TenantObjects.isMarked(object));
      if (!deleted.isEmpty()) {
        found.add(deleted(tenant.getKey(), deleted));
      }
      String kept = names(tenant.getValue(), TenantObjects::isMarked);
      if (!kept.isEmpty()) {
        staying.add(tenant.getKey());
        if (staying.size() <= NAMED) {
          found.add(kept(tenant.getKey(), kept));
        }
      }
    }
    if (staying.size() > NAMED) {
      found.add(more(staying.get(NAMED), staying.size() - NAMED));
    }
    return List.copyOf(found);
  }

  private Diagnostic deleted(String tenant, String names) {
    return Diagnostic.error(
            Code.GRD807, place(tenant), "DATA LOSS: without a step " + tenant + " loses " + names)
        .withHint(
            "take back what removes it: data is deleted by the states of a tenant alone, after"
                + " \"erasing\" by \"erased\"");
  }

  private Diagnostic kept(String tenant, String names) {
    return Diagnostic.warning(
            Code.GRD806,
            place(tenant),
            "what is protected stays in the cluster when it leaves the output: " + names)
        .withHint(
            "delete it by hand once nobody needs it; rendered again, it is taken over by its name");
  }

  private Diagnostic more(String tenant, int others) {
    return Diagnostic.warning(
        Code.GRD806,
        place(tenant),
        "of " + others + " more tenants something stays in the cluster as well");
  }

  private SourceRange place(String tenant) {
    return SourceRange.ofFile(settled.tenant(tenant).map(ResolvedTenant::file).orElse(tenant));
  }

  private static String names(List<KubernetesObject> objects, Predicate<KubernetesObject> which) {
    return objects.stream()
        .filter(which)
        .map(object -> object.ref().display())
        .collect(Collectors.joining(", "));
  }
}
