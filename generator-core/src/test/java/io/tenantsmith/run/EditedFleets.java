package io.tenantsmith.run;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Fleets made of another's texts, in which other layers decide. */
final class EditedFleets {

  private EditedFleets() {}

  /** Tenants that leave to others what they can, so that lower layers decide. */
  static SortedMap<String, String> withPlainTenants(SortedMap<String, String> texts) {
    SortedMap<String, String> plain = new TreeMap<>(texts);
    plain.keySet().removeIf(file -> file.startsWith("tenants/"));
    for (String tier : List.of("free", "pro", "enterprise")) {
      plain.put(
          "tenants/" + tier + "-one.yaml",
          "tenant_id: %s-one\ndisplay_name: One\nadmin_email: a@b.example\ntier: %s\ntemplate: blog\n"
              .formatted(tier, tier));
    }
    plain.put("tiers/templates/blog.yaml", BLOG);
    plain.put("fleet.yaml", texts.get("fleet.yaml") + DEFAULTS);
    plain.put(
        "tiers/free.yaml",
        texts.get("tiers/free.yaml")
            + "images: {wordpress: \"wordpress:6.9\", curl: \"curl:8.15\", registry: r.example.com}\n");
    return plain;
  }

  /** The fields of the states in which a tenant is on its way out; erased, it has no file. */
  static final List<String> STATES =
      List.of(
          "state: suspended\nreason: contract ended\n",
          "state: retained\nuntil: \"2027-03-31\"\n",
          "state: erasing\nconfirm: TENANT\n");

  /** One tenant in each of these states, another one with each turn. */
  static SortedMap<String, String> withStates(SortedMap<String, String> texts, int turn) {
    SortedMap<String, String> leaving = new TreeMap<>(texts);
    int number = turn;
    for (Map.Entry<String, String> text : leaving.entrySet()) {
      if (text.getKey().startsWith("tenants/")) {
        String id = text.getKey().replaceAll(".*/|\\.yaml", "");
        String state = STATES.get(number++ % STATES.size()).replace("TENANT", id);
        text.setValue(
            text.getValue().replaceAll("(?m)^state: .*\n", "").stripTrailing() + "\n" + state);
      }
    }
    return leaving;
  }

  /** Tenants of each ring, of a tier with a roll-out and of one that extends it. */
  static SortedMap<String, String> withRollOut(SortedMap<String, String> texts) {
    SortedMap<String, String> plain = new TreeMap<>(texts);
    plain.keySet().removeIf(file -> file.startsWith("tenants/"));
    for (String tier : List.of("pro", "gold")) {
      for (String ring : List.of("canary", "early", "broad")) {
        String id = tier + "-" + ring;
        plain.put(
            "tenants/" + id + ".yaml",
            "tenant_id: %s\ndisplay_name: One\nadmin_email: a@b.example\ntier: %s\nring: %s\n"
                .formatted(id, tier, ring));
      }
    }
    plain.put("tiers/pro.yaml", texts.get("tiers/pro.yaml") + ROLL_OUT);
    plain.put("tiers/gold.yaml", "tier: gold\nextends: pro\nweb: {pod_cpu: 1500m}\n");
    return plain;
  }

  private static final String ROLL_OUT =
      """
      next:
        id: free
        to:
          rings: [canary]
          percent: 100
        set:
          limits:
            cpu: 3000m
            memory: 3Gi
            storage: 60Gi
          features:
            content_automation: false
          database:
            instances: 3
          web:
            pod_memory: 1536Mi
            max_replicas: 9
          images:
            wordpress: "wordpress:6.9"
      """;

  private static final String BLOG =
      """
      template: blog
      features:
        analytics_enabled: false
      content:
        auto_publish: true
        content_types: [blog_post, article]
        default_categories: [Blog]
        seo_optimization: true
        custom_templates: {one: "One {topic}"}
      backup: {schedule: "5 1 * * *"}
      """;

  private static final String DEFAULTS =
      """
      defaults:
        features:
          sso_enabled: false
        content:
          workflow_approval: true
          custom_templates: {two: "Two {topic}"}
        backup: {retention_days: 20}
      """;
}
