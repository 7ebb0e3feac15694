package io.tenantsmith.render.sync;

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
          .including(FluxAccount.values("platform", c -> new FluxAccount(c.platformKinds())))
          .including(FluxAccount.values("tenants", c -> new FluxAccount(c.tenantKinds())))
          .constant("secretReaders", SECRET_READERS)
          .constant("cel.place", expression("place.cel"))
          .constant("cel.kind", expression("kind.cel"))
          .constant("cel.ownAccount", expression("own-account.cel"))
          .build();

  private FluxAccounts() {}

  private static String expression(String file) {
    return TextFile.expression(FluxAccounts.class, "flux/" + file).onOneLine().text();
  }
}
