package io.tenantsmith.engine;

import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.output.Sha256;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Digests of what inputs mean, not of how they are written: a comment, another order of keys or
 * another spelling of a quantity changes none of them.
 */
final class Meaning {

  private final List<Object> platform;

  /** What tenants of a cluster share, as text: the same for thousands of them. */
  private final SortedMap<String, String> shared = new TreeMap<>();

  /** Of a fleet, whose tenants share all but themselves. */
  Meaning(Fleet fleet) {
    platform = platform(fleet);
    for (Cluster cluster : fleet.clusters()) {
      List<Object> both = List.of(Contributors.REVISION, platform, cluster(cluster));
      String text = JsonWriter.line(both);
      shared.put(cluster.name().value(), text.substring(0, text.length() - 1) + ", ");
    }
  }

  /** Digest of all that a tenant's folder depends on, also of what the index remembers. */
  String ofTenant(ResolvedTenant tenant) {
    String begin = Objects.requireNonNull(shared.get(tenant.cluster().name().value()));
    String retired =
        tenant.retiredLogins().isEmpty()
            ? ""
            : ", " + JsonWriter.line(plain(tenant.retiredLogins()));
    return Sha256.of(begin + JsonWriter.line(of(tenant)) + retired + "]");
  }

  /** Digest of all inputs. */
  String ofAll(Fleet fleet, List<ResolvedTenant> tenants) {
    List<Object> all = new ArrayList<>();
    all.add(platform);
    fleet.clusters().forEach(cluster -> all.add(cluster(cluster)));
    tenants.forEach(tenant -> all.add(of(tenant)));
    return Sha256.of(JsonWriter.line(all));
  }

  private static List<Object> of(ResolvedTenant tenant) {
    Map<String, Object> settings = new TreeMap<>();
    for (Key<?> key : tenant.settings().keys()) {
      // A tier's and a tenant's key may share a path; together they are still one meaning.
      settings.merge(key.path(), plain(tenant.settings().get(key)), (a, b) -> List.of(a, b));
    }
    return List.of(
        tenant.id().value(),
        tenant.displayName(),
        tenant.adminEmail(),
        tenant.tier(),
        tenant.templateName().orElse(""),
        tenant.state().label(),
        tenant.ring().label(),
        tenant.cluster().name().value(),
        tenant.namespace(),
        settings);
  }

  private static List<Object> platform(Fleet fleet) {
    return plain(
        fleet.name(),
        fleet.domain(),
        fleet.namespacePrefix(),
        fleet.contacts().toString(),
        fleet.identity().host(),
        fleet.identity().blueprints(),
        fleet.identity().groupsPrefix(),
        fleet.openWebUiHost(),
        secrets(fleet.services().secrets()),
        fleet.services().backup().toString(),
        fleet.services().monitoring().toString(),
        fleet.publish().readUrl(),
        fleet.publish().branch());
  }

  private static Object secrets(Fleet.Secrets secrets) {
    String provider = secrets.provider().value();
    return secrets
        .vault()
        .<Object>map(v -> List.of(provider, v.server(), v.path(), v.authMount()))
        .orElse(provider);
  }

  private static List<Object> cluster(Cluster cluster) {
    Cluster.Gateway gateway = cluster.gateway();
    return plain(
        cluster.name(),
        cluster.region(),
        cluster.environment(),
        cluster.sync().label(),
        cluster.kubernetes(),
        cluster.network().toString(),
        cluster.storageClasses().shared(),
        cluster.storageClasses().single(),
        cluster.storageClasses().snapshot(),
        gateway.className(),
        gateway.name(),
        gateway.namespace(),
        gateway.proxyNamespace(),
        cluster.issuer().toString());
  }

  private static List<Object> plain(Object... values) {
    return Arrays.stream(values).map(Meaning::plain).toList();
  }

  private static Object plain(Object value) {
    if (value instanceof Sourced<?> sourced) {
      return plain(sourced.value());
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Meaning::plain).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach((key, item) -> sorted.put(String.valueOf(key), plain(item)));
      return sorted;
    }
    return value instanceof BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : value.toString();
  }
}
