package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.run.SettledFleet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Ids, namespaces, slugs, client ids and the names that are made from hosts never meet, in fleets
 * whose ids and domains are as alike as they can be: a fleet where they would is refused, the rest
 * is rendered and every name in it looked at. {@code -Dfleets=10000} draws more fleets.
 */
class NamesNeverMeetTest {

  private static final int FLEETS = Integer.getInteger("fleets", 60);
  private static final List<String> WORDS =
      List.of(
          "a",
          "b",
          "c",
          "a-b",
          "b-c",
          "x",
          "www",
          "auth",
          "openwebui",
          "wordpress",
          "tenant",
          "admins",
          "users",
          "admin",
          "tls",
          "content",
          "blueprint",
          "bot",
          "oidc",
          "read",
          "sites");

  /** Mistakes that drawing alike names makes: what they name is taken out of the fleet. */
  private static final Set<Code> EXPECTED =
      Set.of(Code.TEN202, Code.TEN209, Code.TEN210, Code.TEN211, Code.TEN212);

  private final MemoryFleet fleet = new MemoryFleet();
  private final Map<Code, Integer> refusals = new EnumMap<>(Code.class);
  private int rendered;

  NamesNeverMeetTest() throws IOException {}

  @Test
  void inManyFleetsOfAlikeNames() throws IOException {
    for (int seed = 0; seed < FLEETS; seed++) {
      SettledFleet settled = drawn(new Random(seed));
      List<String> twice = new ArrayList<>();
      Set<String> seen = new HashSet<>();
      MemoryFleet.render(settled)
          .forEach(
              (path, text) ->
                  NamesInUse.of(path, text).stream()
                      .filter(name -> !seen.add(name))
                      .forEach(name -> twice.add(name + " in " + path)));
      assertThat(twice).as("seed %d", seed).isEmpty();
      settled
          .tenants()
          .forEach(
              tenant ->
                  assertThat(seen)
                      .contains(
                          "Namespace/" + tenant.namespace(),
                          "group tenant-" + tenant.id() + "-admins"));
      rendered += settled.tenants().size();
    }
    // Most of what is drawn is legal, and the rest is refused for what it was drawn for.
    assertThat(rendered).isGreaterThan(FLEETS * 3);
    assertThat(refusals).containsKey(Code.TEN210);
  }

  /** Draws tenants and takes out those that are refused, until the fleet is settled. */
  private SettledFleet drawn(Random random) {
    SortedMap<String, Map<String, Object>> files = new TreeMap<>();
    while (files.size() < 6) {
      Map<String, Object> tenant = tenant(random);
      files.put("tenants/" + tenant.get("tenant_id") + ".yaml", tenant);
    }
    while (true) {
      Result<SettledFleet> settled = fleet.settle(files.values());
      if (settled.value().isPresent()) {
        return settled.value().get();
      }
      List<Diagnostic> errors = settled.diagnostics().stream().filter(Diagnostic::isError).toList();
      assertThat(errors).as("%s", files).allMatch(error -> EXPECTED.contains(error.code()));
      errors.forEach(error -> refusals.merge(error.code(), 1, Integer::sum));
      Set<String> refused =
          errors.stream().map(error -> error.range().file()).collect(Collectors.toSet());
      assertThat(files.keySet().removeAll(refused)).isTrue();
    }
  }

  private static Map<String, Object> tenant(Random random) {
    Map<String, Object> tenant = new LinkedHashMap<>();
    tenant.put("tenant_id", words(random, "-"));
    tenant.put("display_name", "Alike");
    tenant.put("admin_email", "it@example.net");
    String tier = List.of("free", "pro", "enterprise").get(random.nextInt(3));
    tenant.put("tier", tier);
    tenant.put("cluster", MemoryFleet.CLUSTERS.get(random.nextInt(2)));
    if (!tier.equals("free") && random.nextInt(4) > 0) {
      Set<String> domains = new LinkedHashSet<>();
      for (int i = 0; i <= random.nextInt(5); i++) {
        domains.add(words(random, random.nextBoolean() ? "." : "-") + ".example");
      }
      tenant.put("custom_domains", List.copyOf(domains));
    }
    if (tier.equals("enterprise") && random.nextBoolean()) {
      tenant.put("branding", Map.of("title", "Alike"));
    }
    return tenant;
  }

  private static String words(Random random, String glue) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      words.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return String.join(glue, words);
  }
}
