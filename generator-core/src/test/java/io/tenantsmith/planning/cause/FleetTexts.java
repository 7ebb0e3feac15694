package io.tenantsmith.planning.cause;

import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.TextEdits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A fleet as texts, and edits of it, drawn from a seed. */
final class FleetTexts {

  private static final List<String> TENANT_LINES =
      List.of(
          "state: suspended",
          "ring: canary",
          "ring: early",
          "reason: moved",
          "template: blog",
          "template: plain",
          "resources: {cpu_limit: 1000m}",
          "resources: {memory_limit: 1Gi, storage_size: 6Gi}",
          "features: {analytics_enabled: false}",
          "features: {content_automation: false}",
          "backup: {schedule: \"11 3 * * *\"}",
          "backup: {retention_days: 45}",
          "backup: {retention_days: 30}",
          "backup: {retention_days: 20}",
          "features: {analytics_enabled: true, sso_enabled: true}",
          "content: {custom_templates: {one: \"Mine {topic}\"}}",
          "content: {auto_publish: true}",
          "plugins: [{name: akismet, version: \"5.5\"}]",
          "branding: {title: One}",
          "custom_domains: [www.one.example]",
          "patches: [{target: {kind: Deployment, name: wordpress}, patch: \"[{op: add, path:"
              + " /spec/revisionHistoryLimit, value: 3}]\"}]");

  private static final List<String> TIER_LINES =
      List.of(
          "images: {wordpress: \"wordpress:6.9\"}",
          "limits: {cpu: 3000m, memory: 3Gi, storage: 60Gi}",
          "web: {pod_memory: 768Mi}",
          "web: {max_replicas: 5, pod_cpu: 600m}",
          "features: {analytics_enabled: false}",
          "web: {pod_memory: 1Gi, min_replicas: 1}",
          "backup: {retention_days: 30}",
          "custom_domains: 5",
          "white_labeling: true",
          "open_webui: dedicated",
          "database: {cores: 1, ram: 2, storage: 12}");

  private static final List<String> FLEET_LINES =
      List.of(
          "defaults: {backup: {retention_days: 20}}",
          "defaults: {backup: {retention_days: 30}}",
          "defaults: {features: {sso_enabled: false}}",
          "defaults: {content: {custom_templates: {one: \"Ours {topic}\"}, auto_publish: true}}",
          "images: {wordpress: \"wordpress:6.8\", registry: r.example.com}",
          "paused_page: https://paused.example/");

  private static final String ROLL_OUT =
      "next: {id: %s, to: {rings: [%s], percent: %d}, set: {web: {pod_memory: %s},"
          + " images: {wordpress: \"wordpress:6.9\"}}}";

  private static final String BLOG =
      """
      template: blog
      features: {analytics_enabled: false}
      content:
        auto_publish: true
        default_categories: [Blog]
        custom_templates: {one: "One {topic}"}
      backup: {schedule: "5 1 * * *"}
      """;

  private final Random random;

  FleetTexts(long seed) {
    this.random = new Random(seed);
  }

  /** The sample fleet, its tenants and some that leave nearly all to other layers. */
  static SortedMap<String, String> sample() throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    Path root = SampleFleet.root();
    texts.put("fleet.yaml", withNameServers(Files.readString(root.resolve("fleet.yaml"))));
    for (String below : List.of("tenants", "tiers")) {
      try (Stream<Path> files = Files.walk(root.resolve(below))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
          texts.put(root.relativize(file).toString(), Files.readString(file));
        }
      }
    }
    for (String tier : List.of("free", "pro", "gold")) {
      texts.put(
          "tenants/" + tier + "-one.yaml",
          "tenant_id: %s-one\ndisplay_name: One\nadmin_email: a@b.example\ntier: %s\n"
              .formatted(tier, tier));
    }
    texts.put("tiers/gold.yaml", "tier: gold\nextends: pro\nweb: {pod_cpu: 1500m}\n");
    texts.put("tiers/templates/blog.yaml", BLOG);
    texts.put("tiers/templates/plain.yaml", "template: plain\nbackup: {retention_days: 10}\n");
    return texts;
  }

  /** Pods that are stated beside addresses count, although they are those of the default. */
  private static String withNameServers(String fleet) {
    String dns = "    dns: {addresses: [169.254.20.10], namespace: kube-system}\n";
    return fleet.replaceFirst("(?m)^    capacity: ", dns + "$0");
  }

  /** So many edits, each of which may be wrong. */
  SortedMap<String, String> edited(SortedMap<String, String> texts, int edits) {
    SortedMap<String, String> edited = new TreeMap<>(texts);
    for (int i = 0; i < edits; i++) {
      edit(edited);
    }
    return edited;
  }

  private void edit(SortedMap<String, String> texts) {
    String file = any(List.copyOf(texts.keySet()));
    String text = texts.get(file);
    if (random.nextInt(100) < 45) {
      add(texts, file, text);
      return;
    }
    TextEdits.Field field = any(TextEdits.of(file, text));
    Optional<String> removed = random.nextInt(3) == 0 ? field.removed(text) : Optional.empty();
    texts.put(file, removed.orElseGet(() -> field.edited(text, any(field.values()))));
  }

  private void add(SortedMap<String, String> texts, String file, String text) {
    String line = line(file);
    String name = line.substring(0, line.indexOf(':') + 1);
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int at = 0;
    while (at < lines.size() && !lines.get(at).startsWith(name)) {
      at++;
    }
    if (at == lines.size()) {
      texts.put(file, text + (text.endsWith("\n") ? "" : "\n") + line + "\n");
      return;
    }
    lines.remove(at);
    while (at < lines.size() && lines.get(at).startsWith(" ")) {
      lines.remove(at);
    }
    lines.add(at, line);
    texts.put(file, String.join("\n", lines));
  }

  private String line(String file) {
    if (file.equals("fleet.yaml")) {
      return any(FLEET_LINES);
    }
    if (file.startsWith("tenants/")) {
      return random.nextInt(5) == 0
          ? "tier: " + any(List.of("free", "pro", "gold", "enterprise"))
          : any(TENANT_LINES);
    }
    if (file.startsWith("tiers/templates/")) {
      String line = any(TENANT_LINES);
      return line.startsWith("features") || line.startsWith("content")
          ? line
          : "backup: {retention_days: 12}";
    }
    return random.nextInt(3) == 0
        ? String.format(
            Locale.ROOT,
            ROLL_OUT,
            any(List.of("one", "two")),
            any(List.of("canary", "early", "canary, early")),
            random.nextInt(101),
            any(List.of("1Gi", "768Mi")))
        : any(TIER_LINES);
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
