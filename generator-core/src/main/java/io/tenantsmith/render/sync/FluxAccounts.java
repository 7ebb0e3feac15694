package io.tenantsmith.render.sync;

import io.tenantsmith.render.PlatformObjects;
import io.tenantsmith.render.TextFile;
import io.tenantsmith.template.NamedValues;
import java.util.List;
import java.util.Map;

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
          .constant("cel.whole", expression("whole.cel"))
          .constant("cel.tenant", expression("tenant.cel"))
          .constant("cel.ownSecrets", ownSecrets())
          .build();

  private FluxAccounts() {}

  private static String expression(String file) {
    return file(file).text();
  }

  private static String ownSecrets() {
    return file("own-secrets.cel")
        .filled(
            Map.of(
                "siteClient", PlatformObjects.SITE_CLIENT,
                "chatClient", PlatformObjects.CHAT_CLIENT,
                "contentBot", PlatformObjects.CONTENT_BOT));
  }

  private static TextFile file(String name) {
    return TextFile.expression(FluxAccounts.class, "flux/" + name).onOneLine();
  }
}
