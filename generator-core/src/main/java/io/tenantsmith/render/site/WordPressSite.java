package io.tenantsmith.render.site;

import io.tenantsmith.model.HostName;
import io.tenantsmith.model.MailRelay;
import io.tenantsmith.model.Plugin;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.render.kit.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The values that are computed for the site of a tenant. */
record WordPressSite(TenantScope scope) {

  /** Application of all its objects, and the name of its Service, Deployment and account. */
  static final String NAME = "wordpress";

  private static final Plugin SSO_PLUGIN =
      new Plugin("daggerhart-openid-connect-generic", "3.10.3");

  ResolvedTenant tenant() {
    return scope.tenant();
  }

  HostName host() {
    return tenant().hosts().canonical();
  }

  boolean hasSso() {
    return tenant().get(TenantKeys.SSO_ENABLED);
  }

  /** The relay that its mail goes by. */
  Optional<MailRelay> mail() {
    return tenant().cluster().mail();
  }

  boolean hasMailSecret() {
    return mail().flatMap(MailRelay::secret).isPresent();
  }

  /**
   * Whether its first administrator gets a mail to set a password: where nobody signs on elsewhere.
   */
  boolean mailsFirstPassword() {
    return !hasSso() && mail().isPresent();
  }

  /** Whether content automation writes to it, as user content-bot. */
  boolean hasContentBot() {
    return tenant().get(TenantKeys.CONTENT_AUTOMATION);
  }

  /**
   * What content-bot may do: publish only where posts are published at once. Never an editor's
   * role, whose scripts are stored as written.
   */
  String contentBotRole() {
    ResolvedTenant tenant = tenant();
    boolean atOnce =
        tenant.get(TenantKeys.AUTO_PUBLISH) && !tenant.get(TenantKeys.WORKFLOW_APPROVAL);
    return atOnce ? "author" : "contributor";
  }

  /** The address of an account of the platform's own: no person can have it, and it stays short. */
  String accountAddress(String account) {
    return account + "@" + tenant().id() + ".invalid";
  }

  /** The platform's plugins, unless the tenant names another version, then the tenant's. */
  List<Plugin> plugins() {
    List<Plugin> own = tenant().get(TenantKeys.PLUGINS);
    List<Plugin> plugins = new ArrayList<>();
    if (hasSso() && own.stream().noneMatch(plugin -> plugin.name().equals(SSO_PLUGIN.name()))) {
      plugins.add(SSO_PLUGIN);
    }
    plugins.addAll(own);
    return plugins;
  }

  /** The theme, if one is stated. */
  List<Plugin> themes() {
    return tenant()
        .settings()
        .find(TenantKeys.THEME)
        .map(Setting::value)
        .map(List::of)
        .orElse(List.of());
  }
}
