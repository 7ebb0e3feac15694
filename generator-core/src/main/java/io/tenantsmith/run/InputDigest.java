package io.tenantsmith.run;

import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.Document;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.KeyTable;
import io.tenantsmith.model.PlainValue;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Settings;
import io.tenantsmith.output.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Digests of what inputs mean, not of how they are written: a comment, another order of keys or
 * another spelling of a quantity changes none of them.
 */
final class InputDigest {

  private static final List<Key<?>> OWN =
      Stream.of(KeyTable.of(Document.TENANT), KeyTable.of(Document.TIER))
          .<Key<?>>flatMap(List::stream)
          .distinct()
          .toList();

  /** Digest of all inputs. */
  String ofAll(Fleet fleet, List<ResolvedTenant> tenants) {
    List<Object> all = new ArrayList<>();
    all.add(plain(fleet.settings()));
    for (Cluster cluster : fleet.clusters()) {
      all.add(plain(cluster.settings()));
    }
    tenants.forEach(tenant -> all.add(own(tenant.settings())));
    return Sha256.of(JsonWriter.line(all));
  }

  private static List<Object> plain(Settings settings) {
    return plain(settings, KeyTable.keys());
  }

  /** What a tenant and its tier state; everything else is the fleet's or follows from it. */
  private static List<Object> own(Settings settings) {
    return plain(settings, OWN);
  }

  private static List<Object> plain(Settings settings, List<Key<?>> keys) {
    List<Object> all = new ArrayList<>();
    for (Key<?> key : keys) {
      settings.value(key).ifPresent(value -> all.add(List.of(key.path(), PlainValue.of(value))));
    }
    return all;
  }
}
