package io.tenantsmith.render.sync;

import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.render.Labels;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes what Flux reads from: the repository, and what cuts it into tenants. */
final class FluxSources {

  /** Namespace of everything that Flux reads. */
  static final String NAMESPACE = "flux-system";

  /** Name of the repository and of the Kustomization that applies all others. */
  static final String FLEET = "fleet";

  private FluxSources() {}

  /** The repository. */
  static Map<String, Object> repository(Fleet fleet, SyncSource source) {
    return object("source.toolkit.fluxcd.io/v1", "GitRepository", FLEET, fleet)
        .with(
            Map.of(
                "interval",
                "1m",
                "ref",
                Map.of("branch", source.branch()),
                "secretRef",
                Map.of("name", "fleet-git"),
                "url",
                source.url()));
  }

  /**
   * Cuts the repository into one artifact per tenant, so that a commit wakes only the tenants that
   * it changes, and none of them downloads all others.
   */
  static Map<String, Object> perTenant(Fleet fleet, Cluster cluster) {
    String folders = "@" + FLEET + "/clusters/" + cluster.name().value() + "/tenants/{tenant}";
    Map<String, Object> artifact =
        Map.of(
            "name",
            FluxKustomization.tenantName("{tenant}"),
            "originRevision",
            "@" + FLEET,
            "copy",
            List.of(Map.of("from", folders + "/**", "to", "@artifact/")));
    return object("source.extensions.fluxcd.io/v1beta1", "ArtifactGenerator", "tenants", fleet)
        .with(
            Map.of(
                "artifacts",
                List.of(artifact),
                "pathPattern",
                folders,
                "sources",
                List.of(Map.of("alias", FLEET, "kind", "GitRepository", "name", FLEET))));
  }

  private static SyncObject object(String apiVersion, String kind, String name, Fleet fleet) {
    return new SyncObject(
        apiVersion,
        kind,
        new SyncObject.Name(NAMESPACE, name),
        Labels.labels(fleet),
        new TreeMap<>());
  }
}
