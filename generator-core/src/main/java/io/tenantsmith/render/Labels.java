package io.tenantsmith.render;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.ResolvedTenant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Labels and annotations that our objects have in common. */
public final class Labels {

  /** Prefix of every label and annotation of ours. */
  public static final String PREFIX = "tenantsmith.io/";

  private static final String NO_SUBSTITUTION = "kustomize.toolkit.fluxcd.io/substitute";
  private static final String WAVE = "argocd.argoproj.io/sync-wave";

  private Labels() {}

  /** Labels of every object of a fleet. */
  public static SortedMap<String, String> labels(Fleet fleet) {
    SortedMap<String, String> labels = new TreeMap<>();
    labels.put("app.kubernetes.io/managed-by", "tenantsmith");
    labels.put("app.kubernetes.io/part-of", fleet.name().value());
    return labels;
  }

  /** Labels of every object of a tenant. */
  public static SortedMap<String, String> labels(Fleet fleet, ResolvedTenant tenant) {
    SortedMap<String, String> labels = labels(fleet);
    labels.put(PREFIX + "tenant", tenant.id().value());
    labels.put(PREFIX + "tier", tenant.tier());
    return labels;
  }

  /** The annotation that orders objects within one sync of Argo CD. */
  public static SortedMap<String, String> wave(int wave) {
    return new TreeMap<>(Map.of(WAVE, Integer.toString(wave)));
  }

  /** Annotations that protect an object from pruning by both sync tools. */
  public static SortedMap<String, String> noPrune() {
    SortedMap<String, String> marks = new TreeMap<>();
    marks.put("argocd.argoproj.io/sync-options", "Prune=false,Delete=false");
    marks.put("kustomize.toolkit.fluxcd.io/prune", "disabled");
    return marks;
  }

  /** The annotation that keeps Flux from substituting variables in an object. */
  static Map<String, String> noSubstitution() {
    return Map.of(NO_SUBSTITUTION, "disabled");
  }
}
