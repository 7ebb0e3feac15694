package io.tenantsmith.bind;

import static io.tenantsmith.bind.Scalars.checked;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.AddressRange;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.PlainNames;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.SyncTool;
import io.tenantsmith.model.WebAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds one cluster of fleet.yaml, with its defaults. */
final class ClusterBinder {

  /** Whoever does not state a range gets all of them: what is inside is then never outside. */
  private static final List<String> PRIVATE =
      List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");

  private static final String ACME = "https://acme-v02.api.letsencrypt.org/directory";
  private static final Reading<String> LABEL = checked(Code.VAL114, PlainNames::label);
  private static final Reading<String> DOTTED = checked(Code.VAL114, PlainNames::dotted);
  private static final Reading<List<String>> RANGES =
      Lists.of(checked(Code.VAL107, AddressRange::check));

  private final SourceRange whole;
  private final Fields fields;

  ClusterBinder(SourceRange whole, Fields fields) {
    this.whole = whole;
    this.fields = fields;
  }

  /** The cluster; null without a good name or region. */
  @Nullable Cluster bind() {
    Sourced<String> name = fields.sourced("name", LABEL);
    Sourced<String> region = fields.sourced("region", LABEL);
    Cluster cluster =
        new Cluster(
            or(name, ""),
            or(region, ""),
            or(fields.sourced("environment", LABEL), "prod"),
            fields.sourced("sync", Scalars.word(SyncTool::of)),
            or(fields.sourced("kubernetes", checked(Code.VAL114, PlainNames::kubernetes)), "1.36"),
            network(),
            storageClasses(),
            gateway(),
            issuer(),
            capacity());
    return name == null || region == null ? null : cluster;
  }

  private Cluster.Network network() {
    Fields api = fields.below("api_server");
    return new Cluster.Network(
        fields.value("pod_cidrs", RANGES, PRIVATE),
        fields.value("service_cidrs", RANGES, PRIVATE),
        fields.value("node_cidrs", RANGES, PRIVATE),
        api.value("cidrs", RANGES, PRIVATE),
        api.value("port", Scalars.INTEGER, 6443));
  }

  private Cluster.StorageClasses storageClasses() {
    Fields classes = fields.below("storage_classes");
    return new Cluster.StorageClasses(
        or(classes.sourced("shared", DOTTED), "tenant-rwx"),
        or(classes.sourced("single", DOTTED), "tenant-rwo"),
        classes.value("snapshot", DOTTED, "tenant-snapshots"));
  }

  private Cluster.Gateway gateway() {
    Fields gateway = fields.below("gateway");
    return new Cluster.Gateway(
        or(gateway.sourced("class", LABEL), "envoy"),
        gateway.value("name", LABEL, "public"),
        gateway.value("namespace", LABEL, "gateway-system"),
        gateway.value("proxy_namespace", LABEL, "envoy-gateway-system"));
  }

  private Cluster.Issuer issuer() {
    Fields issuer = fields.below("issuer");
    return new Cluster.Issuer(
        issuer.value("name", LABEL, "tenant-http01"),
        issuer.value("server", checked(Code.VAL108, WebAddress::https), ACME));
  }

  private Cluster.Capacity capacity() {
    Fields capacity = fields.below("capacity");
    return new Cluster.Capacity(
        capacity.sourced("cpu", Quantities.CPU),
        capacity.sourced("memory", Quantities.MEMORY),
        capacity.sourced("storage", Quantities.STORAGE));
  }

  private Sourced<String> or(@Nullable Sourced<String> value, String otherwise) {
    return value == null ? new Sourced<>(otherwise, whole) : value;
  }
}
