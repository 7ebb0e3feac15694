package io.tenantsmith.render.sync;

import io.tenantsmith.model.Fleet;
import io.tenantsmith.render.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What objects of Argo CD have in common. */
final class ArgoCd {

  /** Namespace of everything that Argo CD reads. */
  static final String NAMESPACE = "argocd";

  /** The cluster in which it runs. */
  static final String THIS_CLUSTER = "https://kubernetes.default.svc";

  /** Says that manifests follow from their own folder only. */
  static final Map<String, String> OWN_FOLDER =
      Map.of("argocd.argoproj.io/manifest-generate-paths", ".");

  private ArgoCd() {}

  /** An object that is removed only after somebody has confirmed it, and never with its own. */
  static SyncObject object(String kind, String name, int wave, Fleet fleet) {
    SortedMap<String, String> annotations = Labels.wave(wave);
    annotations.put("argocd.argoproj.io/sync-options", "Prune=confirm,Delete=false");
    return plain(kind, name, fleet, annotations);
  }

  /** An object without annotations. */
  static SyncObject plain(String kind, String name, Fleet fleet) {
    return plain(kind, name, fleet, new TreeMap<>());
  }

  /** The spec of an Application: one folder into one namespace. */
  static Map<String, Object> application(
      String project, String namespace, Map<String, Object> source, boolean pruneLast) {
    return Map.of(
        "destination",
        Map.of("namespace", namespace, "server", THIS_CLUSTER),
        "project",
        project,
        "source",
        source,
        "syncPolicy",
        syncPolicy(pruneLast));
  }

  /** A folder of the repository. */
  static Map<String, Object> folder(String path, SyncSource source) {
    return Map.of("path", path, "repoURL", source.url(), "targetRevision", source.reference());
  }

  private static Map<String, Object> syncPolicy(boolean pruneLast) {
    List<String> options = new ArrayList<>(List.of("ServerSideApply=true"));
    if (pruneLast) {
      options.add("PruneLast=true");
    }
    options.addAll(List.of("ApplyOutOfSyncOnly=true", "FailOnSharedResource=true"));
    Map<String, Object> backoff = Map.of("duration", "10s", "factor", 2, "maxDuration", "5m");
    return Map.of(
        "automated",
        Map.of("enabled", true, "prune", true, "selfHeal", true),
        "retry",
        Map.of("backoff", backoff, "limit", 10, "refresh", true),
        "syncOptions",
        options);
  }

  private static SyncObject plain(
      String kind, String name, Fleet fleet, SortedMap<String, String> annotations) {
    return new SyncObject(
        "argoproj.io/v1alpha1",
        kind,
        new SyncObject.Name(NAMESPACE, name),
        Labels.labels(fleet),
        annotations);
  }
}
