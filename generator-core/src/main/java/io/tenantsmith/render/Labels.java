package io.tenantsmith.render;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.template.FixedKeys;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Labels and annotations that our objects have in common. */
public final class Labels {

  /** Prefix of every label and annotation of ours. */
  public static final String PREFIX = "tenantsmith.io/";

  /** Labels of every object of a fleet. */
  public static final FixedKeys<Fleet> OF_FLEET =
      FixedKeys.<Fleet>builder()
          .constant("app.kubernetes.io/managed-by", "tenantsmith")
          .value("app.kubernetes.io/part-of", fleet -> fleet.name().value())
          .build();

  /** Labels of every object of a tenant. */
  public static final FixedKeys<Labelled> OF_TENANT =
      FixedKeys.<Labelled>builder()
          .including(Labelled::fleet, OF_FLEET)
          .value(PREFIX + "tenant", labelled -> labelled.tenant().id().value())
          .value(PREFIX + "tier", labelled -> labelled.tenant().tier())
          .build();

  private static final String NO_SUBSTITUTION = "kustomize.toolkit.fluxcd.io/substitute";
  private static final String WAVE = "argocd.argoproj.io/sync-wave";

  private Labels() {}

  /** Whose labels they are. */
  public record Labelled(Fleet fleet, ResolvedTenant tenant) {}

  /** The annotation that orders objects within one sync of Argo CD. */
  public static SortedMap<String, String> wave(int wave) {
    return new TreeMap<>(Map.of(WAVE, Integer.toString(wave)));
  }

  /**
   * Annotations that protect an object from pruning by both sync tools. Once it has left Git, Argo
   * CD would call its Application out of sync for ever, if it were not told to ignore the object.
   */
  public static SortedMap<String, String> noPrune() {
    SortedMap<String, String> marks = new TreeMap<>();
    marks.put("argocd.argoproj.io/compare-options", "IgnoreExtraneous");
    marks.put("argocd.argoproj.io/sync-options", "Prune=false,Delete=false");
    marks.put("kustomize.toolkit.fluxcd.io/prune", "disabled");
    return marks;
  }

  /** The annotation that keeps Flux from substituting variables in an object. */
  static Map<String, String> noSubstitution() {
    return Map.of(NO_SUBSTITUTION, "disabled");
  }
}
