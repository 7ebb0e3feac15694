package io.tenantsmith.engine;

import io.tenantsmith.harness.FieldValues;
import io.tenantsmith.harness.RandomTenants;
import io.tenantsmith.harness.TenantSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Tenants drawn from a seed, each with one to four patches of all forms. */
final class PatchedFleet {

  private PatchedFleet() {}

  static List<Map<String, Object>> drawn(long seed, int number) throws IOException {
    Random random = new Random(seed);
    List<PatchForms> forms = PatchForms.all();
    RandomTenants tenants = new RandomTenants(TenantSchema.read(), seed);
    List<Map<String, Object>> drawn = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Map<String, Object> tenant = new LinkedHashMap<>(tenants.tenant(place(i), 50));
      List<Map<String, Object>> patches = new ArrayList<>();
      for (int n = random.nextInt(4); n >= 0; n--) {
        patches.add(forms.get(random.nextInt(forms.size())).tree());
      }
      tenant.put("patches", patches);
      drawn.add(tenant);
    }
    return drawn;
  }

  private static FieldValues.Place place(int i) {
    String cluster = MemoryFleet.CLUSTERS.get(i % 2);
    String domain = "t" + i + ".example.net";
    return new FieldValues.Place(
        "t" + i,
        List.of("free", "pro", "enterprise").get(i % 3),
        cluster,
        MemoryFleet.regionOf(cluster),
        MemoryFleet.PREFIX,
        List.of("www." + domain, domain));
  }
}
