package io.tenantsmith.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.BoundTexts;
import io.tenantsmith.model.Document;
import io.tenantsmith.model.PlainValue;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangedStatementsTest {

  private static final String FLEET =
      """
      fleet: shop
      domain: shop.example
      defaults:
        backup:
          retention_days: 20
      clusters:
        - name: eu
          region: eu-1
        - name: us
          region: us-1
      """;

  private static final String PRO =
      """
      tier: pro
      extends: base
      web:
        pod_memory: 1Gi
      next:
        id: bigger
        to:
          rings: [canary]
          percent: 10
        set:
          web:
            pod_memory: 2Gi
      """;

  private static final String ACME =
      """
      tenant_id: acme
      display_name: Acme
      admin_email: a@acme.example
      tier: pro
      template: blog
      cluster: eu
      custom_domains: [www.acme.example, acme.example]
      """;

  private final BoundTexts bound = new BoundTexts();

  private static SortedMap<String, String> texts() {
    SortedMap<String, String> texts = new TreeMap<>();
    texts.put("fleet.yaml", FLEET);
    texts.put("tiers/base.yaml", "tier: base\n");
    texts.put("tiers/other.yaml", "tier: other\n");
    texts.put("tiers/pro.yaml", PRO);
    texts.put("tiers/templates/blog.yaml", "template: blog\ncontent: {auto_publish: true}\n");
    texts.put("tenants/acme.yaml", ACME);
    return texts;
  }

  private static SortedMap<String, String> edited(String file, String old, String now) {
    SortedMap<String, String> texts = texts();
    assertThat(texts.get(file)).contains(old);
    texts.put(file, texts.get(file).replace(old, now));
    return texts;
  }

  private Workspace workspace(SortedMap<String, String> texts) {
    return bound.workspace(texts).orElseThrow();
  }

  private List<ChangedStatement> changed(
      SortedMap<String, String> before, SortedMap<String, String> after) {
    return ChangedStatements.of(
        workspace(before),
        workspace(after),
        file -> Objects.equals(after.get(file), before.get(file)));
  }

  private static String shown(ChangedStatement changed) {
    return "%s %s %s -> %s"
        .formatted(
            changed.statement().field(),
            changed.place().display(),
            shown(changed.before()),
            shown(changed.after()));
  }

  private static String shown(@Nullable Sourced<?> stated) {
    return stated == null ? "nothing" : PlainValue.of(stated.value()).toString();
  }

  private String only(String file, String old, String now) {
    List<ChangedStatement> changed = changed(texts(), edited(file, old, now));
    assertThat(changed).hasSize(1);
    return shown(changed.get(0));
  }

  @Test
  void eachPartOfTheInputsSaysWhatChangedAndWhere() {
    assertThat(only("fleet.yaml", "fleet: shop", "fleet: store"))
        .isEqualTo("fleet fleet.yaml:1:8 shop -> store");
    assertThat(only("fleet.yaml", "retention_days: 20", "retention_days: 21"))
        .isEqualTo("defaults.backup.retention_days fleet.yaml:5:21 20 -> 21");
    assertThat(only("fleet.yaml", "region: us-1", "region: us-2"))
        .isEqualTo("clusters[us].region fleet.yaml:10:13 us-1 -> us-2");
    assertThat(only("tiers/pro.yaml", "extends: base", "extends: other"))
        .isEqualTo("extends tiers/pro.yaml:2:10 base -> other");
    assertThat(only("tiers/pro.yaml", "extends: base\n", ""))
        .isEqualTo("extends tiers/pro.yaml:2:10 base -> nothing");
    assertThat(only("tiers/pro.yaml", "pod_memory: 1Gi", "pod_memory: 1536Mi"))
        .isEqualTo("web.pod_memory tiers/pro.yaml:4:15 1Gi -> 1536Mi");
    assertThat(only("tiers/pro.yaml", "percent: 10", "percent: 50"))
        .isEqualTo("next.to.percent tiers/pro.yaml:9:14 10 -> 50");
    assertThat(only("tiers/pro.yaml", "pod_memory: 2Gi", "pod_memory: 3Gi"))
        .isEqualTo("next.set.web.pod_memory tiers/pro.yaml:12:19 2Gi -> 3Gi");
    assertThat(only("tiers/templates/blog.yaml", "true", "false"))
        .isEqualTo("content.auto_publish tiers/templates/blog.yaml:2:25 true -> false");
    assertThat(only("tenants/acme.yaml", ", acme.example", ""))
        .isEqualTo(
            "custom_domains tenants/acme.yaml:7:17 [www.acme.example, acme.example] ->"
                + " [www.acme.example]");
  }

  @Test
  void whatMeansTheSameIsNoChangeWhereverItStands() {
    assertThat(changed(texts(), edited("tiers/pro.yaml", "1Gi", "1024Mi"))).isEmpty();
    assertThat(changed(texts(), edited("tiers/pro.yaml", "extends", "# what pods get\nextends")))
        .isEmpty();
  }

  @Test
  void nothingInAnUnchangedFileIsLookedAt() {
    SortedMap<String, String> after = edited("tiers/pro.yaml", "1Gi", "2Gi");
    assertThat(ChangedStatements.of(workspace(texts()), workspace(after), file -> true)).isEmpty();
  }

  @Test
  void aTenantWhoseFileIsNewOrGoneChangesAsAWhole() {
    SortedMap<String, String> more = texts();
    more.put("tenants/b.yaml", ACME.replace("acme", "b"));
    assertThat(changed(texts(), more)).isEmpty();
    assertThat(changed(more, texts())).isEmpty();
  }

  @Test
  void tiersAndTemplatesThatComeAndGoStateAllTheyHold() {
    SortedMap<String, String> less = edited("tenants/acme.yaml", "template: blog\n", "");
    less.remove("tiers/templates/blog.yaml");
    less.remove("tiers/base.yaml");
    less.put("tiers/pro.yaml", PRO.replace("extends: base\n", ""));
    less.put("tiers/new.yaml", "tier: new\nweb: {pod_cpu: 250m}\n");
    assertThat(changed(texts(), less))
        .extracting(ChangedStatementsTest::shown)
        .containsExactly(
            "web.pod_cpu tiers/new.yaml:2:16 nothing -> 250m",
            "extends tiers/pro.yaml:2:10 base -> nothing",
            "content.auto_publish tiers/templates/blog.yaml:2:25 true -> nothing",
            "template tenants/acme.yaml:5:11 blog -> nothing");
  }

  /** Every subset of many changes of all parts: what is taken is as before, all else as after. */
  @Test
  void statementsOfAnotherStateAreTakenOneByOne() {
    SortedMap<String, String> after =
        edited("fleet.yaml", "retention_days: 20", "retention_days: 21");
    after.put(
        "fleet.yaml",
        after
            .get("fleet.yaml")
            .replace("region: us-1", "region: us-2")
            .replace("name: eu", "name: e2"));
    after.put(
        "tiers/pro.yaml",
        "tier: pro\nweb:\n  pod_memory: 3Gi\nnext:\n  id: faster\n  to:\n    percent: 20\n"
            + "  set:\n    web:\n      pod_cpu: 700m\n");
    after.put("tiers/new.yaml", "tier: new\nweb: {pod_cpu: 250m}\n");
    after.remove("tiers/base.yaml");
    after.remove("tiers/templates/blog.yaml");
    after.put(
        "tenants/acme.yaml",
        ACME.replace("tier: pro", "tier: new")
            .replace("template: blog\n", "")
            .replace("cluster: eu", "cluster: e2"));
    Workspace old = workspace(texts());
    Workspace now = workspace(after);
    List<ChangedStatement> all = ChangedStatements.of(old, now, file -> false);
    assertThat(all).hasSizeGreaterThan(14);
    for (ChangedStatement one : all) {
      assertThat(left(old, Restated.of(now, old, Set.of(one.statement()))))
          .as("without " + one)
          .containsAll(others(all, one))
          .doesNotContain(one.statement());
      assertThat(left(now, Restated.of(old, now, Set.of(one.statement()))))
          .as("with " + one)
          .doesNotContain(one.statement());
    }
    Set<Statement> every = new TreeSet<>(all.stream().map(ChangedStatement::statement).toList());
    assertThat(left(old, Restated.of(now, old, every))).isEmpty();
    assertThat(left(now, Restated.of(old, now, every))).isEmpty();
  }

  /**
   * A roll-out goes as a whole with its name, and a cluster with its place in the list; a template
   * that only one state has is in both then.
   */
  private static List<Statement> others(List<ChangedStatement> all, ChangedStatement one) {
    List<Statement> others = new ArrayList<>();
    for (ChangedStatement each : all) {
      Statement statement = each.statement();
      boolean whole =
          statement.document() == Document.CLUSTER
              || statement.document() == Document.NEXT
              || statement.document() == Document.TEMPLATE;
      if (each != one && !whole) {
        others.add(statement);
      }
    }
    return others;
  }

  private static List<Statement> left(Workspace before, Workspace after) {
    return ChangedStatements.of(before, after, file -> false).stream()
        .map(ChangedStatement::statement)
        .filter(statement -> !statement.owner().equals("base") && !statement.owner().equals("blog"))
        .toList();
  }
}
