package io.tenantsmith.engine;

import io.tenantsmith.harness.FieldValues;
import io.tenantsmith.harness.RandomTenants;
import io.tenantsmith.harness.TenantSchema;
import io.tenantsmith.lifecycle.Step;
import io.tenantsmith.model.TenantState;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Fleets of a few tenants in some states, and what people make of them next, right or wrong. */
final class RandomLives {

  private static final List<String> TIERS = List.of("free", "pro", "enterprise");
  private static final int MOST_TENANTS = 3;

  private final Random random;
  private final RandomTenants tenants;

  RandomLives(long seed) throws IOException {
    this.random = new Random(seed);
    this.tenants = new RandomTenants(TenantSchema.read(), seed);
  }

  /**
   * What somebody writes.
   *
   * @param files tenants' files by id
   * @param isPure whether nothing but states has changed
   */
  record Proposal(SortedMap<String, Map<String, Object>> files, boolean isPure) {

    /** The files of which all is published; what a part has left, nobody goes on with. */
    SortedMap<String, Map<String, Object>> published(
        SortedMap<String, Map<String, Object>> before, Request.Selection part) {
      SortedMap<String, Map<String, Object>> after = new TreeMap<>(before);
      part.onlyTenant()
          .ifPresentOrElse(
              tenant -> after.put(tenant, files.get(tenant)),
              () -> {
                after.clear();
                after.putAll(files);
              });
      return after;
    }
  }

  /** A fleet in which each tenant is in any state; patches come in what is made of it. */
  SortedMap<String, Map<String, Object>> fleet() {
    SortedMap<String, Map<String, Object>> files = new TreeMap<>();
    int number = 1 + random.nextInt(MOST_TENANTS);
    for (int i = 0; i < number; i++) {
      Map<String, Object> tenant = in(anyState(), tenant(i));
      tenant.remove("patches");
      files.put("t" + i, tenant);
    }
    return files;
  }

  /** What comes next: mostly steps, also what is none, other values, files that go or come. */
  Proposal next(
      SortedMap<String, Map<String, Object>> files, SortedMap<String, TenantState> published) {
    SortedMap<String, Map<String, Object>> next = new TreeMap<>();
    boolean pure = random.nextInt(2) == 0;
    for (Map.Entry<String, Map<String, Object>> file : files.entrySet()) {
      boolean goes = !pure && random.nextInt(8) == 0 && !(next.isEmpty() && files.size() == 1);
      if (!goes) {
        Map<String, Object> tenant = pure ? file.getValue() : changed(file.getValue());
        next.put(file.getKey(), in(state(published.get(file.getKey())), tenant));
      }
    }
    if (next.isEmpty() || (!pure && random.nextInt(5) == 0)) {
      int newcomer = random.nextInt(MOST_TENANTS + 1);
      next.putIfAbsent("t" + newcomer, in(anyState(), tenant(newcomer)));
      pure = false;
    }
    return new Proposal(next, pure);
  }

  /** All tenants, or one of them. */
  Request.Selection selection(Proposal proposal) {
    List<String> ids = List.copyOf(proposal.files().keySet());
    return random.nextInt(6) == 0
        ? new Request.Selection(ids.get(random.nextInt(ids.size())), null)
        : Request.Selection.ALL;
  }

  private TenantState state(TenantState published) {
    List<Step> steps = Step.from(published).stream().filter(step -> step.to().isPresent()).toList();
    return switch (random.nextInt(6)) {
      case 0 -> anyState();
      case 1 -> published == null ? anyState() : published;
      default -> steps.get(random.nextInt(steps.size())).to().orElseThrow();
    };
  }

  private TenantState anyState() {
    return TenantState.values()[random.nextInt(TenantState.values().length)];
  }

  /** The same tenant, or another one of its name: with more or less of everything. */
  private Map<String, Object> changed(Map<String, Object> tenant) {
    return random.nextInt(3) == 0
        ? tenant
        : tenant(Integer.parseInt(tenant.get("tenant_id").toString().substring(1)));
  }

  private Map<String, Object> tenant(int number) {
    boolean elsewhere = random.nextInt(20) == 0;
    String cluster = MemoryFleet.CLUSTERS.get((number + (elsewhere ? 1 : 0)) % 2);
    String tier = TIERS.get((number + (random.nextInt(6) == 0 ? 1 : 0)) % 3);
    String id = "t" + number;
    String domain = id + ".example.net";
    return tenants.tenant(
        new FieldValues.Place(
            id,
            tier,
            cluster,
            MemoryFleet.regionOf(cluster),
            MemoryFleet.PREFIX,
            List.of("www." + domain, domain, "a-b." + domain)),
        random.nextInt(60));
  }

  /** The tenant in that state, with the field that it needs. */
  static Map<String, Object> in(TenantState state, Map<String, Object> tenant) {
    Map<String, Object> stated = new LinkedHashMap<>(tenant);
    stated.remove("until");
    stated.remove("confirm");
    stated.put("state", state.label());
    if (state == TenantState.RETAINED) {
      stated.put("until", "2027-03-31");
    }
    if (state == TenantState.ERASING) {
      stated.put("confirm", tenant.get("tenant_id"));
    }
    return stated;
  }
}
