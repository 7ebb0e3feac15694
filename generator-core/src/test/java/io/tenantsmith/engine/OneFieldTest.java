package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.harness.FieldValues;
import io.tenantsmith.harness.RandomTenants;
import io.tenantsmith.harness.TenantSchema;
import io.tenantsmith.run.SettledFleet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A change of one field of one tenant changes that tenant's files and the lists that are derived of
 * all tenants, and nothing else: for every field of the schema, a new one included.
 */
class OneFieldTest {

  /** Fields that say nothing to what is rendered today, each for its reason. */
  private static final Set<String> WITHOUT_EFFECT =
      // For people; only active is supported; must be what the cluster says anyway; all that the
      // template says is said again.
      Set.of("reason", "state", "region", "template");

  private static final String ID = "middle";
  private static final String RENAMED = "mittwoch";
  private static final String IDS = "(" + ID + "|" + RENAMED + ")";
  private final TenantSchema schema = TenantSchema.read();
  private final MemoryFleet fleet = new MemoryFleet();
  private final RandomTenants random = new RandomTenants(schema, 5);
  private final FieldValues.Place place = place("enterprise", MemoryFleet.CLUSTERS.get(0));
  private final Map<String, Object> few = random.tenant(place, 0);
  private final Map<String, Object> full = full();
  private final IdentityHashMap<Map<String, Object>, SortedMap<String, String>> rendered =
      new IdentityHashMap<>();

  OneFieldTest() throws IOException {}

  @Test
  void everyFieldIsDrawn() throws IOException {
    Set<String> drawn = new TreeSet<>();
    RandomTenants many = new RandomTenants(schema, 1);
    for (int i = 0; i < 60; i++) {
      collect("", many.tenant(place("enterprise", MemoryFleet.CLUSTERS.get(0)), 70), drawn);
    }
    Set<String> leaves = schema.leaves();
    assertThat(leaves).hasSizeGreaterThan(40);
    leaves.removeAll(RandomTenants.NEVER);
    assertThat(drawn).containsExactlyInAnyOrderElementsOf(leaves);
  }

  @Test
  void aChangeOfOneFieldStaysInItsTenant() throws IOException {
    Set<String> without = new TreeSet<>();
    for (String leaf : schema.leaves()) {
      if (!RandomTenants.NEVER.contains(leaf)) {
        Set<String> changed = changedBy(leaf);
        assertThat(changed).as(leaf).allMatch(file -> mayChange(file, leaf));
        if (changed.isEmpty()) {
          without.add(leaf);
        }
      }
    }
    assertThat(without).isEqualTo(WITHOUT_EFFECT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"until", "confirm"})
  void aFieldOfAnUnsupportedStateIsRefused(String leaf) {
    assertThat(RandomTenants.NEVER).contains(leaf);
    Map<String, Object> tenant = neighbour(ID, "pro", MemoryFleet.CLUSTERS.get(0));
    tenant.put(leaf, leaf.equals("until") ? "2027-03-31" : ID);
    Result<SettledFleet> settled = fleet.settle(List.of(tenant));
    assertThat(settled.value()).isEmpty();
    assertThat(settled.diagnostics()).anyMatch(found -> found.toString().contains(leaf));
  }

  private Set<String> changedBy(String leaf) throws IOException {
    boolean alone = Set.of("tenant_id", "tier", "cluster").contains(leaf);
    Map<String, Object> before = alone ? few : full;
    Map<String, Object> after = new LinkedHashMap<>(before);
    change(after, leaf, place);
    assertThat(after).as(leaf).isNotEqualTo(before);
    SortedMap<String, String> one = rendered(before);
    SortedMap<String, String> other = MemoryFleet.render(fleet.valid(with(after)));
    Set<String> all = new TreeSet<>(one.keySet());
    all.addAll(other.keySet());
    return all.stream()
        .filter(file -> !Objects.equals(one.get(file), other.get(file)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Each of the two tenants that a change begins with is rendered once. */
  private SortedMap<String, String> rendered(Map<String, Object> before) throws IOException {
    if (!rendered.containsKey(before)) {
      rendered.put(before, MemoryFleet.render(fleet.valid(with(before))));
    }
    return rendered.get(before);
  }

  private Map<String, Object> full() {
    Map<String, Object> tenant = random.tenant(place, 100);
    tenant.put("features", allOn());
    tenant.putIfAbsent("plugins", List.of(Map.of("name", "a", "version", "1")));
    tenant.putIfAbsent("theme", Map.of("name", "a", "version", "1"));
    // Another value of either limit changes how many pods there may be.
    Map<String, Object> resources = new LinkedHashMap<>();
    ((Map<?, ?>) Objects.requireNonNull(tenant.get("resources")))
        .forEach((key, value) -> resources.put((String) key, value));
    resources.putAll(Map.of("cpu_limit", "20", "memory_limit", "1Ti"));
    tenant.put("resources", resources);
    tenant.put("custom_domains", List.of("one.example.net", "two.example.net"));
    return tenant;
  }

  private static Map<String, Object> allOn() {
    Map<String, Object> on = new LinkedHashMap<>();
    for (String name :
        List.of("content_automation", "sso_enabled", "custom_plugins", "analytics_enabled")) {
      on.put(name, true);
    }
    return on;
  }

  private void change(Map<String, Object> tenant, String leaf, FieldValues.Place place) {
    switch (leaf) {
      // Another id is another tenant, in another file.
      case "tenant_id" -> tenant.put("tenant_id", RENAMED);
      case "tier" -> tenant.put("tier", "pro");
      case "cluster" -> tenant.put("cluster", MemoryFleet.CLUSTERS.get(1));
      case "features.custom_plugins" -> {
        // Without the feature there are no plugins to install.
        tenant.put(
            "features", changed(tenant.get("features"), List.of("custom_plugins"), leaf, place));
        tenant.keySet().removeAll(Set.of("plugins", "theme"));
      }
      default -> {
        List<String> steps = List.of(leaf.replace("[]", ".[]").split("\\.", -1));
        Object value =
            changed(
                Objects.requireNonNull(tenant.get(steps.get(0)), leaf),
                steps.subList(1, steps.size()),
                leaf,
                place);
        if (value.equals(tenant.get(steps.get(0)))) {
          tenant.remove(steps.get(0));
        } else {
          tenant.put(steps.get(0), value);
        }
      }
    }
  }

  /** A copy with another value at the end of the steps; without it if there is no other value. */
  private Object changed(
      @Nullable Object old, List<String> steps, String leaf, FieldValues.Place place) {
    Object value = Objects.requireNonNull(old, leaf);
    if (steps.isEmpty()) {
      Object another = random.another(leaf, place, value);
      return another == null ? value : another;
    }
    List<String> rest = steps.subList(1, steps.size());
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list);
      copy.set(0, changed(copy.get(0), rest, leaf, place));
      // Where the new value stands already, the list has one less.
      return new ArrayList<>(new LinkedHashSet<>(copy));
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    ((Map<?, ?>) value).forEach((key, each) -> copy.put((String) key, each));
    String key = steps.get(0).equals("*") ? copy.keySet().iterator().next() : steps.get(0);
    Object now = changed(copy.get(key), rest, leaf, place);
    if (now.equals(copy.get(key))) {
      copy.remove(key);
    } else {
      copy.put(key, now);
    }
    return copy;
  }

  /** A neighbour before it, one behind it, one on the other cluster. */
  private static List<Map<String, Object>> with(Map<String, Object> tenant) {
    return List.of(
        tenant,
        neighbour("before", "pro", MemoryFleet.CLUSTERS.get(0)),
        neighbour("zuletzt", "enterprise", MemoryFleet.CLUSTERS.get(0)),
        neighbour("elsewhere", "free", MemoryFleet.CLUSTERS.get(1)));
  }

  private static Map<String, Object> neighbour(String id, String tier, String cluster) {
    Map<String, Object> tenant = new LinkedHashMap<>();
    tenant.put("tenant_id", id);
    tenant.put("display_name", id);
    tenant.put("admin_email", "it@" + id + ".example.net");
    tenant.put("tier", tier);
    tenant.put("cluster", cluster);
    return tenant;
  }

  private static FieldValues.Place place(String tier, String cluster) {
    return new FieldValues.Place(
        ID,
        tier,
        cluster,
        MemoryFleet.regionOf(cluster),
        MemoryFleet.PREFIX,
        List.of("www.m.example.net", "m.example.net", "b.m.example.net"));
  }

  private static boolean mayChange(String file, String leaf) {
    boolean own =
        file.matches("index/" + IDS)
            || file.matches("clusters/[^/]+/tenants/" + IDS + "/.*")
            || file.matches("clusters/[^/]+/flux/tenants/" + IDS + "\\.yaml");
    boolean list = file.matches("clusters/[^/]+/argocd/(tenants|projects)\\.yaml");
    boolean moved =
        Set.of("tenant_id", "cluster").contains(leaf)
            && file.matches("clusters/[^/]+/((flux|argocd)/)?kustomization\\.yaml");
    return own || list || moved;
  }

  private static void collect(String path, Object value, Set<String> leaves) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, each) -> {
            String name = path.equals("content.custom_templates") ? "*" : (String) key;
            collect(path.isEmpty() ? name : path + "." + name, each, leaves);
          });
    } else if (value instanceof List<?> list) {
      list.forEach(each -> collect(path + "[]", each, leaves));
    } else {
      leaves.add(path);
    }
  }
}
