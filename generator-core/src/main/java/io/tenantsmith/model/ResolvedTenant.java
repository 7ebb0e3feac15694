package io.tenantsmith.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tenant with every value settled: what renderers see. It names its values and those of its
 * cluster.
 */
public final class ResolvedTenant {

  private final Settings settings;

  /** The tenant of these settings, which hold its cluster's and fleet's, too. */
  public ResolvedTenant(Settings settings) {
    this.settings = settings;
  }

  /** The same tenant; what is read of it is noted. */
  public ResolvedTenant watched(ReadLog log) {
    return new ResolvedTenant(log.watch(settings));
  }

  /**
   * All effective values with their origins, by {@link TenantKeys}, {@link TierKeys}, {@link
   * ImageKeys}, {@link ClusterKeys}, {@link FleetKeys} and {@link DerivedKeys}.
   */
  public Settings settings() {
    return settings;
  }

  /** The id. */
  public TenantId id() {
    return settings.get(TenantKeys.ID);
  }

  /** The tenant's file, relative to the fleet's root. */
  public String file() {
    return settings.get(TenantKeys.FILE);
  }

  /** What people call it. */
  public String displayName() {
    return settings.get(TenantKeys.DISPLAY_NAME);
  }

  /** Whom to write to. */
  public String adminEmail() {
    return settings.get(TenantKeys.ADMIN_EMAIL);
  }

  /** Name of its tier. */
  public String tier() {
    return settings.get(TenantKeys.TIER);
  }

  /** The template, if one is named. */
  public Optional<String> templateName() {
    return settings.value(TenantKeys.TEMPLATE);
  }

  /** Its state. */
  public TenantState state() {
    return settings.get(TenantKeys.STATE);
  }

  /** The day until which a retained tenant's data is kept. */
  public Optional<String> until() {
    return settings.value(TenantKeys.UNTIL);
  }

  /** When a rollout reaches it. */
  public Ring ring() {
    return settings.get(TenantKeys.RING);
  }

  /** Where it runs. */
  public Cluster cluster() {
    return new Cluster(settings);
  }

  /** Prefix and id. */
  public String namespace() {
    return settings.get(DerivedKeys.NAMESPACE);
  }

  /** Every host name that is the tenant's. */
  public Hosts hosts() {
    return new Hosts(settings);
  }

  /** Size of its web pods. */
  public WebPlan web() {
    return new WebPlan(settings);
  }

  /** Hosts of former login pages whose brand must be removed, sorted. */
  public List<HostName> retiredLogins() {
    return settings.get(DerivedKeys.RETIRED_LOGINS);
  }

  /** The same tenant with former login pages. */
  public ResolvedTenant retiring(List<HostName> logins) {
    return new ResolvedTenant(
        settings.with(
            DerivedKeys.RETIRED_LOGINS, Setting.of(List.copyOf(logins), Origin.BUILT_IN)));
  }

  /** The same tenant, whose backups go on as scheduled. */
  public ResolvedTenant withoutFirstBackup() {
    return new ResolvedTenant(
        settings.with(DerivedKeys.FIRST_BACKUP, Setting.of(false, Origin.BUILT_IN)));
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
    return ImageReference.within(settings.value(ImageKeys.REGISTRY).orElse(""), settings.get(key));
  }

  /** Every host name that is a tenant's. */
  public record Hosts(Settings settings) {

    /** Hosts of the site: custom domains in the written order, then the platform's host. */
    public List<HostName> sites() {
      return settings.get(DerivedKeys.SITES);
    }

    /** The canonical host. */
    public HostName canonical() {
      return sites().get(0);
    }

    /** Host of a dedicated Open WebUI. */
    public Optional<HostName> openWebUiHost() {
      return settings.get(DerivedKeys.OPEN_WEBUI_HOST);
    }

    /** Host of a branded login page. */
    public Optional<HostName> loginHost() {
      return settings.get(DerivedKeys.LOGIN_HOST);
    }

    /** Those that need a certificate of their own: all but the platform's host. */
    public List<HostName> certified() {
      List<HostName> certified = new ArrayList<>(all());
      certified.remove(sites().size() - 1);
      return List.copyOf(certified);
    }

    /** All of them: sites, Open WebUI, login. */
    public List<HostName> all() {
      List<HostName> all = new ArrayList<>(sites());
      openWebUiHost().ifPresent(all::add);
      loginHost().ifPresent(all::add);
      return List.copyOf(all);
    }
  }
}
