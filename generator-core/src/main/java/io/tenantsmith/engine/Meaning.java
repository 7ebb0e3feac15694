package io.tenantsmith.engine;

import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.output.Sha256;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Digests of what inputs mean, not of how they are written: a comment, another order of keys or
 * another spelling of a quantity changes none of them.
 */
final class Meaning {

  /** Digest of all that a tenant's folder may depend on. */
  String ofTenant(ResolvedTenant tenant) {
    return Sha256.of(JsonWriter.line(List.of(Contributors.REVISION, plain(tenant.settings()))));
  }

  /** Digest of all inputs. */
  String ofAll(Fleet fleet, List<ResolvedTenant> tenants) {
    List<Object> all = new ArrayList<>();
    all.add(plain(fleet.settings()));
    for (Cluster cluster : fleet.clusters()) {
      all.add(plain(cluster.settings()));
    }
    tenants.forEach(tenant -> all.add(plain(tenant.settings())));
    return Sha256.of(JsonWriter.line(all));
  }

  private static List<Object> plain(Settings settings) {
    List<Object> all = new ArrayList<>();
    for (Key<?> key : settings.keys()) {
      // A tenant's region must be that of its cluster anyway.
      if (key == TenantKeys.REGION) {
        continue;
      }
      all.add(List.of(key.path(), plain(settings.get(key))));
    }
    return all;
  }

  private static Object plain(Object value) {
    if (value instanceof Sourced<?> sourced) {
      return plain(sourced.value());
    }
    if (value instanceof Optional<?> optional) {
      return optional.<Object>map(Meaning::plain).orElse(List.of());
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
