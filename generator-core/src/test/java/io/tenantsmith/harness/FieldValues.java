package io.tenantsmith.harness;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values of those fields whose examples are too few, or depend on tier and cluster. */
public final class FieldValues {

  private static final List<String> NAMES =
      List.of(
          "ACME",
          "- ${HOME} $(id) $$ {{ x }} {% y %} %s !Find <b>&amp;</b> 'q' \"d\" \\n `w` *a [0] @|>~",
          "null",
          "007",
          "# no: comment",
          "é".repeat(120),
          "日本 שלום مرحبا 🚀 e\u0301");
  private static final Map<String, Map<String, List<?>>> RESOURCES =
      Map.of(
          "free",
          Map.of(
              "cpu_request", List.of("100m", "250m"),
              "cpu_limit", List.of("500m"),
              "memory_request", List.of("128Mi", "300Mi"),
              "memory_limit", List.of("512Mi"),
              "storage_size", List.of("1Gi", "1536Mi", "5Gi")),
          "pro",
          Map.of(
              "cpu_request", List.of("500m", "777m", 1),
              "cpu_limit", List.of("1", "1999m", "2000m"),
              "memory_request", List.of("300Mi", "1Gi"),
              "memory_limit", List.of("1Gi", "1777Mi", "2Gi"),
              "storage_size", List.of("1Gi", "50Gi", "12345Mi")),
          "enterprise",
          Map.of(
              "cpu_request", List.of("1", "1500m", "2"),
              "cpu_limit", List.of("4", "7777m", "20"),
              "memory_request", List.of("3Gi", "4000Mi"),
              "memory_limit", List.of("8Gi", "23456Mi", "1Ti"),
              "storage_size", List.of("1Gi", "2Ti", "1.5Ti")));
  private static final Map<String, List<?>> ANY =
      Map.of(
          "display_name", NAMES,
          "admin_email", List.of("a@b.example", "o'neil+x%y@c.example", "!#%&*+/=@d.example"),
          "admin_user", List.of("_a.B@c-d", "root", "9"),
          "template", List.of("blog"),
          "state", List.of("active"),
          "reason", List.of("moved", "contract ended"),
          "content.default_categories[]", NAMES,
          "content.custom_templates.*",
              List.of("About {topic}", "${A} $(b) {{ c }} %s \\n", "two\nlines\n"),
          "backup.schedule", List.of("17 2 * * *", "0 0 1,15 * *", "59 23 * * 1-5"),
          "backup.retention_days", List.of(18, 30, 3650));
  private static final Map<String, List<?>> MORE =
      Map.ofEntries(
          Map.entry("backup.generation", List.of(1, 2, 9999)),
          Map.entry("resources.db_cores", List.of("100m", 2, "1500m", 16)),
          Map.entry("resources.db_ram", List.of("512Mi", 8, "64Gi")),
          Map.entry("resources.db_storage", List.of(1, "100Gi", "1.5Ti")),
          Map.entry("plugins[].name", List.of("wordpress-seo", "woocommerce", "a", "jetpack")),
          Map.entry("plugins[].version", List.of("26.4", "1.0-rc.1+b", "9")),
          Map.entry("theme.name", List.of("astra", "neve")),
          Map.entry("theme.version", List.of("4.11.15", "1")),
          Map.entry("branding.title", NAMES),
          Map.entry(
              "branding.logo", List.of("https://a.example/l.svg", "https://b.example/?q=1&r=%20")),
          Map.entry(
              "branding.favicon", List.of("https://a.example/f.png", "https://b.example/f.ico")),
          Map.entry("branding.css", List.of("a > b { color: red }", "/* ${x} {{ y }} */", "")),
          Map.entry("patches[].target.group", List.of("apps")),
          Map.entry("patches[].target.version", List.of("v1")),
          Map.entry("patches[].target.kind", List.of("Deployment")),
          Map.entry("patches[].target.name", List.of("wordpress", "wordpress|x", "w.*")),
          Map.entry("patches[].target.labelSelector", List.of("tenantsmith.io/tenant", "!x")),
          Map.entry("patches[].target.annotationSelector", List.of("!x", "!example.com/y")),
          Map.entry(
              "patches[].patch",
              List.of(
                  "- {op: add, path: /spec/minReadySeconds, value: 1}\n",
                  "- {op: add, path: /spec/minReadySeconds, value: 2}\n")));

  private final Random random;

  FieldValues(Random random) {
    this.random = random;
  }

  /**
   * What is known of a tenant before its fields are drawn.
   *
   * @param hosts that no other tenant has
   */
  public record Place(
      String id, String tier, String cluster, String region, String prefix, List<String> hosts) {

    /** Copies the list. */
    public Place {
      hosts = List.copyOf(hosts);
    }

    /** Fields with one value only. */
    Map<String, Object> given() {
      Map<String, Object> given = new LinkedHashMap<>();
      given.put("tenant_id", id);
      given.put("tier", tier);
      given.put("cluster", cluster);
      return given;
    }

    /** Whether the tier lets a tenant state the field. */
    boolean allows(String path) {
      String top = path.split("[.\\[]", 2)[0];
      return switch (top) {
        case "custom_domains", "plugins", "theme" -> !tier.equals("free");
        case "branding" -> tier.equals("enterprise");
        default -> true;
      };
    }
  }

  @Nullable Object of(String path, Place place) {
    if (path.equals("region")) {
      return place.region;
    }
    if (path.equals("tier") || path.equals("tenant_id") || path.equals("cluster")) {
      return place.given().get(path);
    }
    if (path.equals("custom_domains")) {
      return domains(place);
    }
    if (path.equals("custom_domains[]")) {
      return oneOf(place.hosts);
    }
    if (path.equals("patches[].target.namespace")) {
      return place.prefix + place.id;
    }
    if (path.startsWith("features.") && place.tier.equals("free")) {
      return path.endsWith("content_automation") && random.nextBoolean();
    }
    List<?> sized =
        RESOURCES.getOrDefault(place.tier, Map.of()).get(path.replace("resources.", ""));
    List<?> choices = sized != null ? sized : ANY.getOrDefault(path, MORE.get(path));
    return choices == null ? null : oneOf(choices);
  }

  private List<String> domains(Place place) {
    Set<String> domains = new LinkedHashSet<>();
    int number = random.nextInt(Math.min(place.hosts.size(), 5) + 1);
    for (int i = 0; i < number; i++) {
      domains.add((String) oneOf(place.hosts));
    }
    return List.copyOf(domains);
  }

  private Object oneOf(List<?> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
