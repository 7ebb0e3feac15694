package io.tenantsmith.render.platform;

import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.FleetServices;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.MailRelay;
import io.tenantsmith.model.SyncTool;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fleet and one of its clusters, as the files of the platform folder see them. */
record Platform(Fleet fleet, Cluster cluster) {

  /** Host under which people log in. */
  HostName loginHost() {
    return cluster.identityHost().value();
  }

  /** Host of the shared Open WebUI. */
  HostName chatHost() {
    return cluster.openWebUiHost().value();
  }

  /** The platform's own hosts. */
  List<HostName> hosts() {
    return List.of(loginHost(), chatHost());
  }

  /** The full reference of an image of the fleet. */
  String image(Key<String> key) {
    return fleet.image(key);
  }

  /** Whose word counts for the address and scheme of a request: the gateway's proxies are pods. */
  String trustedProxies() {
    return Stream.concat(Stream.of("127.0.0.0/8", "::1/128"), cluster.network().podCidrs().stream())
        .collect(Collectors.joining(","));
  }

  /** The mail relay; called only where there is one. */
  MailRelay mail() {
    return cluster.mail().orElseThrow();
  }

  /** Whether Flux may apply the tree, from a repository that a pod can read. */
  boolean usesFlux() {
    return fleet.isSyncedBy(SyncTool.FLUX, cluster);
  }

  /** Whether Argo CD may apply the tree. */
  boolean usesArgoCd() {
    return fleet.isSyncedBy(SyncTool.ARGOCD, cluster);
  }

  /** Whether content automation is there for tenants. */
  boolean hasContent() {
    return fleet.services().contentModel().isPresent();
  }

  /** The language model that writes; called only where there is one. */
  FleetServices.ContentModel contentModel() {
    return fleet.services().contentModel().orElseThrow();
  }

  /** The vault; called only where there is one. */
  FleetServices.Vault vault() {
    return fleet.services().secrets().vault().orElseThrow();
  }
}
