package io.tenantsmith.render.identity;

import io.tenantsmith.model.HostName;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the templates see of a tenant. */
final class TenantBlueprint {

  /** Authentik's own pictures; it refuses a brand with an empty one. */
  static final String LOGO = "/static/dist/assets/icons/icon_left_brand.svg";

  static final String FAVICON = "/static/dist/assets/icons/icon.png";

  private static final String PROFILE = "platform tenant profile";

  private final ResolvedTenant tenant;
  private final boolean open;
  private final String id;

  /**
   * The values of a tenant.
   *
   * @param open whether its people may sign in
   */
  TenantBlueprint(ResolvedTenant tenant, boolean open) {
    this.tenant = tenant;
    this.open = open;
    this.id = tenant.id().value();
  }

  /** The name that groups and files begin with; independent of the namespace's prefix. */
  static String name(ResolvedTenant tenant) {
    return "tenant-" + tenant.id().value();
  }

  Map<String, Object> context() {
    return Map.of(
        "tenant",
        facts(),
        "apps",
        List.of(wordpress(), openWebUi()),
        "brands",
        brands(),
        "retired",
        tenant.retiredLogins().stream().map(HostName::value).toList());
  }

  private Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("id", id);
    facts.put("name", name(tenant));
    facts.put("tier", tenant.tier());
    facts.put("state", tenant.state().label());
    facts.put("refused", !open);
    facts.put("owner", tenant.adminEmail().toLowerCase(Locale.ROOT));
    facts.put("openwebui", openWebUiAccess());
    return facts;
  }

  /** Read by the shared scope mapping: only groups that have "shared" are shown to others. */
  private String openWebUiAccess() {
    return open && tenant.get(TenantKeys.CONTENT_AUTOMATION)
        ? tenant.get(TierKeys.OPEN_WEBUI).label()
        : "none";
  }

  private Map<String, Object> wordpress() {
    String slug = "wordpress-" + id;
    if (!tenant.get(TenantKeys.SSO_ENABLED)) {
      return BlueprintApplication.absentTree("wordpress", slug);
    }
    return new BlueprintApplication(
            "wordpress",
            id,
            slug,
            PROFILE,
            new BlueprintApplication.Text(
                tenant.displayName(), id, "Website of " + tenant.displayName()),
            BlueprintApplication.wordpressLinks(tenant.hosts().canonical()))
        .tree();
  }

  private Map<String, Object> openWebUi() {
    String slug = "openwebui-" + id;
    if (!tenant.hasDedicatedOpenWebUi()) {
      return BlueprintApplication.absentTree("openwebui", slug);
    }
    HostName host = tenant.hosts().openWebUiHost().orElseThrow();
    return new BlueprintApplication(
            "openwebui",
            id,
            slug,
            PROFILE,
            new BlueprintApplication.Text(
                tenant.displayName() + " AI", id, "AI workspace of " + tenant.displayName()),
            BlueprintApplication.openWebUiLinks(host))
        .tree();
  }

  private List<Map<String, Object>> brands() {
    return tenant.hosts().loginHost().map(host -> List.of(brand(host))).orElse(List.of());
  }

  private Map<String, Object> brand(HostName host) {
    Map<String, Object> brand = new LinkedHashMap<>();
    brand.put("domain", host.value());
    brand.put("title", text(TenantKeys.BRANDING_TITLE, tenant.displayName()));
    brand.put("logo", text(TenantKeys.BRANDING_LOGO, LOGO));
    brand.put("favicon", text(TenantKeys.BRANDING_FAVICON, FAVICON));
    brand.put("css", text(TenantKeys.BRANDING_CSS, ""));
    brand.put("opensSite", tenant.get(TenantKeys.SSO_ENABLED));
    return brand;
  }

  private String text(Key<String> key, String otherwise) {
    String stated = tenant.settings().find(key).map(Setting::value).orElse("");
    return stated.isBlank() ? otherwise : stated;
  }
}
