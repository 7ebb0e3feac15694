package io.tenantsmith.harness;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.BackupKeys;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.ClusterKeys;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.model.CronSchedule;
import io.tenantsmith.model.DerivedKeys;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.FleetKeys;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Layer;
import io.tenantsmith.model.Limit;
import io.tenantsmith.model.OpenWebUiKind;
import io.tenantsmith.model.Origin;
import io.tenantsmith.model.Patch;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Ring;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.SettingsBuilder;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.SyncTool;
import io.tenantsmith.model.TenantId;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.model.Values;
import io.tenantsmith.render.ClusterContributor.ClusterTenant;
import io.tenantsmith.render.ClusterContributor.ClusterView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The golden fleet as expanded, by hand: as much of it as names, access and identity need. */
public final class GoldenFleet {

  private GoldenFleet() {}

  /** The three tenants, sorted by id. */
  public static List<ResolvedTenant> tenants() {
    return List.of(acme(), globex(), tenant1());
  }

  /** Its one cluster with its tenants. */
  public static ClusterView view() {
    return view(fleet());
  }

  /** The same of another fleet. */
  public static ClusterView view(Fleet fleet) {
    return new ClusterView(
        fleet,
        fleet.clusters().get(0),
        tenants().stream().map(ResolvedTenant::id).toList(),
        tenants().stream().map(ClusterTenant::of).toList());
  }

  /** A pro tenant. */
  public static ResolvedTenant acme() {
    return new TenantFixture("acme-corp", "ACME Corporation", "pro")
        .sites("blog.acme.com", "docs.acme.com", "acme-corp.sites.example.com")
        .tenant();
  }

  /** An enterprise tenant. */
  public static ResolvedTenant globex() {
    Patch patch =
        new Patch(
            Map.of("kind", "HTTPRoute", "name", "wordpress"),
            "- op: replace\n  path: /spec/rules/0/timeouts/request\n  value: 120s\n");
    return new TenantFixture("globex", "Globex", "enterprise")
        .ring(Ring.CANARY)
        .sites("www.globex.com", "globex.sites.example.com")
        .dedicated("openwebui.globex.com")
        .login("auth.globex.com")
        .set(TenantKeys.BRANDING_TITLE, "Globex")
        .set(TenantKeys.BRANDING_LOGO, "https://www.globex.com/brand/logo.svg")
        .set(TenantKeys.BRANDING_FAVICON, "https://www.globex.com/brand/favicon.png")
        .set(TenantKeys.BRANDING_CSS, "")
        .set(
            TenantKeys.PATCHES,
            List.of(new Sourced<>(patch, SourceRange.at("tenants/globex.yaml", 1, 1))))
        .tenant();
  }

  /** A free tenant. */
  public static ResolvedTenant tenant1() {
    return new TenantFixture("tenant1", "Tenant One", "free")
        .sites("tenant1.sites.example.com")
        .set(TenantKeys.SSO_ENABLED, false)
        .tenant();
  }

  /** fleet.yaml. */
  public static Fleet fleet() {
    return fleet(stated().build(), statedCluster().build());
  }

  /** A fleet of one cluster. */
  public static Fleet fleet(Values stated, Values cluster) {
    return Fleet.of(stated, List.of(cluster), Values.empty());
  }

  /** What fleet.yaml states of the fleet. */
  public static Values.Builder stated() {
    return Values.builder()
        .put(FleetKeys.FILE, new Sourced<>("fleet.yaml", SourceRange.ofFile("fleet.yaml")))
        .put(FleetKeys.NAME, sourced("content-platform"))
        .put(FleetKeys.DOMAIN, sourced(new HostName("sites.example.com")))
        .put(FleetKeys.CONTACT_EMAIL, sourced("platform@example.com"))
        .put(FleetKeys.PAUSED_PAGE, sourced("https://www.example.com/paused"))
        .put(FleetKeys.IDENTITY_HOST, sourced(new HostName("auth.example.com")))
        .put(FleetKeys.OPEN_WEBUI_HOST, sourced(new HostName("ai.example.com")))
        .put(BackupKeys.BUCKET, sourced("bucket"))
        .put(BackupKeys.ENDPOINT, sourced(new HostName("s3.example.com")))
        .put(BackupKeys.VELERO_LOCATION, sourced("tenants"));
  }

  /** Its one cluster. */
  public static Cluster cluster() {
    return fleet().clusters().get(0);
  }

  /** What fleet.yaml states of its one cluster. */
  public static Values.Builder statedCluster() {
    return Values.builder()
        .put(ClusterKeys.NAME, sourced("prod-eu-1"))
        .put(ClusterKeys.REGION, sourced("eu-central-1"))
        .put(ClusterKeys.SYNC, sourced(SyncTool.BOTH))
        .put(ClusterKeys.POD_CIDRS, sourced(List.of()))
        .put(ClusterKeys.SERVICE_CIDRS, sourced(List.of()))
        .put(ClusterKeys.NODE_CIDRS, sourced(List.of()))
        .put(ClusterKeys.API_SERVER_CIDRS, sourced(List.of()))
        .put(ClusterKeys.SHARED_CLASS, sourced("tenant-rwx-eu-central-1"))
        .put(ClusterKeys.SINGLE_CLASS, sourced("tenant-rwo-eu-central-1"))
        .put(ClusterKeys.SNAPSHOT_CLASS, sourced("tenant-snapshots-eu-central-1"));
  }

  /** A value that fleet.yaml states. */
  public static <T> Sourced<T> sourced(T value) {
    return new Sourced<>(value, SourceRange.at("fleet.yaml", 1, 1));
  }

  /** Builds a resolved tenant; what is not said is as in an active tenant of a middle tier. */
  public static final class TenantFixture {
    private final String id;
    private final SettingsBuilder settings = Settings.builder();

    /** A tenant of that id, name and tier. */
    public TenantFixture(String id, String displayName, String tier) {
      this.id = id;
      settings.putAll(cluster().settings());
      set(TenantKeys.FILE, "tenants/" + id + ".yaml");
      set(TenantKeys.ID, new TenantId(id));
      set(TenantKeys.DISPLAY_NAME, displayName);
      set(TenantKeys.ADMIN_EMAIL, "admin@example.com");
      set(TenantKeys.TIER, tier);
      set(TenantKeys.BACKUP_SCHEDULE, CronSchedule.parse("17 2 * * *").value().orElseThrow());
      ring(Ring.BROAD);
      state(TenantState.ACTIVE);
      set(DerivedKeys.NAMESPACE, "tenant-" + id);
      sites(id + ".sites.example.com");
      set(DerivedKeys.OPEN_WEBUI_HOST, Optional.empty());
      set(DerivedKeys.LOGIN_HOST, Optional.empty());
      set(DerivedKeys.RETIRED_LOGINS, List.of());
      set(DerivedKeys.FIRST_BACKUP, true);
      set(DerivedKeys.MIN_PODS, 1);
      set(DerivedKeys.MAX_PODS, 2);
      set(DerivedKeys.POD_CPU_REQUEST, new Cpu(500));
      set(DerivedKeys.POD_MEMORY_REQUEST, Bytes.ofMebi(512));
      set(TierKeys.WEB_POD_CPU, new Cpu(1000));
      set(TierKeys.WEB_POD_MEMORY, Bytes.ofMebi(1024));
      set(TenantKeys.SSO_ENABLED, true);
      set(TenantKeys.CONTENT_AUTOMATION, true);
      set(TierKeys.OPEN_WEBUI, OpenWebUiKind.SHARED);
      set(TierKeys.LIMIT_API_REQUESTS, Limit.of(100_000L));
      set(TierKeys.SUPPORT_LEVEL, "standard");
    }

    /** Its ring. */
    public TenantFixture ring(Ring value) {
      return set(TenantKeys.RING, value);
    }

    /** Its state. */
    public TenantFixture state(TenantState value) {
      return set(TenantKeys.STATE, value);
    }

    /** Hosts of its site. */
    public TenantFixture sites(String... hosts) {
      return set(DerivedKeys.SITES, List.of(hosts).stream().map(HostName::new).toList());
    }

    /** An Open WebUI of its own. */
    public TenantFixture dedicated(String host) {
      set(DerivedKeys.OPEN_WEBUI_HOST, Optional.of(new HostName(host)));
      return set(TierKeys.OPEN_WEBUI, OpenWebUiKind.DEDICATED);
    }

    /** A login page of its own. */
    public TenantFixture login(String host) {
      return set(DerivedKeys.LOGIN_HOST, Optional.of(new HostName(host)));
    }

    /** One setting. */
    public <T> TenantFixture set(Key<T> key, T value) {
      settings.put(
          key,
          Setting.of(
              value, new Origin(Layer.TENANT, SourceRange.at("tenants/" + id + ".yaml", 2, 1))));
      return this;
    }

    /** The tenant. */
    public ResolvedTenant tenant() {
      return new ResolvedTenant(settings.build());
    }
  }
}
