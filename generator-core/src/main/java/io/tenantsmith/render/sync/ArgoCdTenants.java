package io.tenantsmith.render.sync;

import io.tenantsmith.model.Cluster;
import io.tenantsmith.render.Labels;
import io.tenantsmith.render.Layout;
import java.util.List;
import java.util.Map;

/** Makes the ApplicationSet that turns every tenant.json into an Application. */
final class ArgoCdTenants {

  /** Name of the ApplicationSet and of its project. */
  static final String NAME = "tenants";

  private ArgoCdTenants() {}

  /** Its spec; a tenant that is gone from Git keeps its objects. */
  static Map<String, Object> spec(Cluster cluster, SyncSource source) {
    return Map.of(
        "generators",
        List.of(Map.of("git", generator(cluster, source))),
        "goTemplate",
        true,
        "goTemplateOptions",
        List.of("missingkey=error"),
        "syncPolicy",
        Map.of("applicationsSync", "create-update", "preserveResourcesOnDeletion", true),
        "template",
        Map.of("metadata", metadata(), "spec", application(source)));
  }

  private static Map<String, Object> generator(Cluster cluster, SyncSource source) {
    String facts = Layout.cluster(cluster.name().value()).value() + "/tenants/*/tenant.json";
    return Map.of(
        "files",
        List.of(Map.of("path", facts)),
        "repoURL",
        source.url(),
        "requeueAfterSeconds",
        300,
        "revision",
        source.reference());
  }

  private static Map<String, Object> metadata() {
    Map<String, Object> labels =
        Map.of(
            Labels.PREFIX + "ring", fact("ring"),
            Labels.PREFIX + "state", fact("state"),
            Labels.PREFIX + "tenant", fact("id"),
            Labels.PREFIX + "tier", fact("tier"));
    return Map.of("name", fact("namespace"), "annotations", ArgoCd.OWN_FOLDER, "labels", labels);
  }

  private static Map<String, Object> application(SyncSource source) {
    return ArgoCd.application(
        NAME, fact("namespace"), ArgoCd.folder(fact("path.path"), source), true);
  }

  /** A field of tenant.json. */
  private static String fact(String name) {
    return "{{ ." + name + " }}";
  }
}
