package io.tenantsmith.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tenant with every value settled: what renderers see.
 *
 * @param file the tenant's file, relative to the fleet's root
 * @param namespace prefix and id
 * @param hosts every host name that is the tenant's
 * @param web size of its web pods
 * @param settings all other effective values with their origins, by {@link TenantKeys}, {@link
 *     TierKeys} and {@link ImageKeys}
 * @param retiredLogins hosts of former login pages whose brand must be gone, sorted
 */
public record ResolvedTenant(
    TenantId id,
    String file,
    String displayName,
    String adminEmail,
    String tier,
    @Nullable String template,
    TenantState state,
    Ring ring,
    Cluster cluster,
    String namespace,
    Hosts hosts,
    WebPlan web,
    Settings settings,
    List<HostName> retiredLogins) {

  /** Copies the list. */
  public ResolvedTenant {
    retiredLogins = List.copyOf(retiredLogins);
  }

  /** The template, if one is named. */
  public Optional<String> templateName() {
    return Optional.ofNullable(template);
  }

  /** The same tenant with former login pages. */
  public ResolvedTenant retiring(List<HostName> logins) {
    return new ResolvedTenant(
        id,
        file,
        displayName,
        adminEmail,
        tier,
        template,
        state,
        ring,
        cluster,
        namespace,
        hosts,
        web,
        settings,
        logins);
  }

  /** Shortcut for {@code settings().get(key)}. */
  public <T> T get(Key<T> key) {
    return settings.get(key);
  }

  /** Whether any branding is stated. */
  public boolean isBranded() {
    return TenantKeys.BRANDING.stream().anyMatch(key -> settings.find(key).isPresent());
  }

  /** Whether the tenant has an Open WebUI of its own. */
  public boolean hasDedicatedOpenWebUi() {
    return get(TenantKeys.CONTENT_AUTOMATION)
        && get(TierKeys.OPEN_WEBUI) == OpenWebUiKind.DEDICATED;
  }

  /** The full reference of an image: with the registry's prefix unless it names one itself. */
  public String image(Key<String> key) {
    return ImageReference.within(
        settings.find(ImageKeys.REGISTRY).map(Setting::value).orElse(""), get(key));
  }

  /**
   * Every host name that is a tenant's.
   *
   * @param sites hosts of the WordPress site: custom domains in the written order, then the
   *     platform's host
   * @param openWebUi host of a dedicated Open WebUI
   * @param login host of a branded login page
   */
  public record Hosts(
      List<HostName> sites, @Nullable HostName openWebUi, @Nullable HostName login) {

    /** Copies the list. */
    public Hosts {
      sites = List.copyOf(sites);
    }

    /** The canonical host. */
    public HostName canonical() {
      return sites.get(0);
    }

    /** Host of a dedicated Open WebUI. */
    public Optional<HostName> openWebUiHost() {
      return Optional.ofNullable(openWebUi);
    }

    /** Host of a branded login page. */
    public Optional<HostName> loginHost() {
      return Optional.ofNullable(login);
    }

    /** All of them: sites, Open WebUI, login. */
    public List<HostName> all() {
      List<HostName> all = new ArrayList<>(sites);
      openWebUiHost().ifPresent(all::add);
      loginHost().ifPresent(all::add);
      return List.copyOf(all);
    }
  }
}
