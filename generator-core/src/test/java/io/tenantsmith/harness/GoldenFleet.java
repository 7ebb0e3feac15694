package io.tenantsmith.harness;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.HostName;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Layer;
import io.tenantsmith.model.OpenWebUiKind;
import io.tenantsmith.model.Origin;
import io.tenantsmith.model.Patch;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Ring;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.SyncTool;
import io.tenantsmith.model.TenantId;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.model.Values;
import io.tenantsmith.model.WebPlan;
import io.tenantsmith.render.ClusterContributor.ClusterTenant;
import io.tenantsmith.render.ClusterContributor.ClusterView;
import java.util.List;
import java.util.Map;

/** The golden fleet as expanded, by hand: as much of it as names, access and identity need. */
public final class GoldenFleet {

  private GoldenFleet() {}

  /** The three tenants, sorted by id. */
  public static List<ResolvedTenant> tenants() {
    return List.of(acme(), globex(), tenant1());
  }

  /** Its one cluster with its tenants. */
  public static ClusterView view() {
    return new ClusterView(
        fleet(),
        cluster(),
        tenants().stream().map(ResolvedTenant::id).toList(),
        tenants().stream().map(ClusterTenant::of).toList(),
        List.of());
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
    return new Fleet(
        sourced("content-platform"),
        sourced(new HostName("sites.example.com")),
        sourced("tenant-"),
        new Fleet.Contacts("platform@example.com", "https://www.example.com/paused"),
        new Fleet.Identity(sourced(new HostName("auth.example.com")), "sidecar", "oidc:"),
        sourced(new HostName("ai.example.com")),
        List.of(cluster()),
        Values.empty(),
        Values.empty(),
        new Fleet.Services(
            new Fleet.Secrets(sourced("kubernetes"), null, null, null),
            new Fleet.Backup("bucket", "s3.example.com", "velero", "tenants"),
            new Fleet.Monitoring("monitoring", "kube-prometheus-stack")),
        new Fleet.Guards(sourced(1), sourced(10)),
        new Fleet.Publish(
            null,
            false,
            null,
            sourced("environment/prod"),
            sourced("direct"),
            new Fleet.Author("Tenantsmith", "tenantsmith@example.com")));
  }

  /** Its one cluster. */
  public static Cluster cluster() {
    return new Cluster(
        sourced("prod-eu-1"),
        sourced("eu-central-1"),
        sourced("prod"),
        sourced(SyncTool.BOTH),
        sourced("1.36"),
        new Cluster.Network(List.of(), List.of(), List.of(), List.of(), 6443),
        new Cluster.StorageClasses(
            sourced("tenant-rwx-eu-central-1"),
            sourced("tenant-rwo-eu-central-1"),
            "tenant-snapshots-eu-central-1"),
        new Cluster.Gateway(sourced("envoy"), "public", "gateway-system", "envoy-gateway-system"),
        new Cluster.Issuer("tenant-http01", "https://acme-v02.api.letsencrypt.org/directory"),
        Cluster.Capacity.UNKNOWN);
  }

  private static <T> Sourced<T> sourced(T value) {
    return new Sourced<>(value, SourceRange.at("fleet.yaml", 1, 1));
  }

  /** Builds a resolved tenant; what is not said is as in an active tenant of a middle tier. */
  public static final class TenantFixture {
    private final String id;
    private final String displayName;
    private final String tier;
    private Ring ring = Ring.BROAD;
    private TenantState state = TenantState.ACTIVE;
    private List<HostName> sites = List.of();
    private HostName openWebUi;
    private HostName login;
    private final Settings.Builder settings = Settings.builder();

    /** A tenant of that id, name and tier. */
    public TenantFixture(String id, String displayName, String tier) {
      this.id = id;
      this.displayName = displayName;
      this.tier = tier;
      sites = List.of(new HostName(id + ".sites.example.com"));
      set(TenantKeys.SSO_ENABLED, true);
      set(TenantKeys.CONTENT_AUTOMATION, true);
      set(TierKeys.OPEN_WEBUI, OpenWebUiKind.SHARED);
    }

    /** Its ring. */
    public TenantFixture ring(Ring value) {
      ring = value;
      return this;
    }

    /** Its state. */
    public TenantFixture state(TenantState value) {
      state = value;
      return this;
    }

    /** Hosts of its site. */
    public TenantFixture sites(String... hosts) {
      sites = List.of(hosts).stream().map(HostName::new).toList();
      return this;
    }

    /** An Open WebUI of its own. */
    public TenantFixture dedicated(String host) {
      openWebUi = new HostName(host);
      return set(TierKeys.OPEN_WEBUI, OpenWebUiKind.DEDICATED);
    }

    /** A login page of its own. */
    public TenantFixture login(String host) {
      login = new HostName(host);
      return this;
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
      return new ResolvedTenant(
          new TenantId(id),
          "tenants/" + id + ".yaml",
          displayName,
          "admin@example.com",
          tier,
          null,
          state,
          ring,
          cluster(),
          "tenant-" + id,
          new ResolvedTenant.Hosts(sites, openWebUi, login),
          new WebPlan(1, 2, new Cpu(500), new Cpu(1000), Bytes.ofMebi(512), Bytes.ofMebi(1024)),
          settings.build(),
          List.of());
    }
  }
}
