package io.tenantsmith.render.sync;

import io.tenantsmith.render.ClusterContributor.ClusterView;
import io.tenantsmith.render.TextFile;
import io.tenantsmith.template.NamedValues;
import java.util.List;

/** The accounts of Flux in a cluster: one that applies the platform, one that applies tenants. */
final class FluxAccounts {

  /** Roles of the platform that hand out the right to read Secrets. */
  private static final List<String> SECRET_READERS = List.of("secret-reader", "sync-tenants");

  /** The names that templates with rights of accounts may use. */
  static final NamedValues<FollowedCluster> VALUES =
      NamedValues.<FollowedCluster>builder()
          .including(FollowedCluster.VALUES)
          .including(FluxAccount.values("platform", FluxAccounts::platform))
          .including(FluxAccount.values("tenants", FluxAccounts::tenants))
          .constant("secretReaders", SECRET_READERS)
          .constant("cel.place", expression("place.cel"))
          .constant("cel.kind", expression("kind.cel"))
          .constant("cel.ownAccount", expression("own-account.cel"))
          .build();

  private FluxAccounts() {}

  private static FluxAccount platform(FollowedCluster followed) {
    ClusterView view = followed.view();
    return new FluxAccount(SyncedKinds.ofPlatform(view.fleet(), view.cluster()));
  }

  private static FluxAccount tenants(FollowedCluster followed) {
    ClusterView view = followed.view();
    return new FluxAccount(SyncedKinds.ofTenants(view.fleet(), view.cluster()));
  }

  private static String expression(String file) {
    return TextFile.expression(FluxAccounts.class, "flux/" + file).onOneLine().text();
  }
}
