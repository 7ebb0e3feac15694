package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Format;
import io.tenantsmith.diagnostic.Style;
import io.tenantsmith.engine.command.Check;
import io.tenantsmith.engine.command.Promote;
import io.tenantsmith.engine.command.Publish;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.harness.IsolatedGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A roll-out from nobody to everybody, by the command, against a guarded branch. {@code
 * -Dwaves.tenants=3000} takes a large fleet.
 */
class WavesTest {

  private static final int TENANTS = Integer.getInteger("waves.tenants", 60);
  private static final String BRANCH = "environment/prod";
  private static final Pattern CHANGED = Pattern.compile("^([0-9]+) of [0-9]+ tenants");

  private static final String NEXT =
      """
      # 4711: sites of readers were slow
      next:
        id: more-memory   # see 4711
        to: {}
        set:
          web: {pod_memory: 1536Mi}   # was 1Gi
          images:
            wordpress: "wordpress:7.1.1-php8.4-apache"
      """;

  @TempDir private Path folder;

  private final Set<String> concerned = new TreeSet<>();
  private int broad;

  @Test
  void fromNobodyToEverybodyIntoTheTierAndBack() throws IOException {
    FleetFolder fleet = fleet();
    String plain = Files.readString(tier());
    fleet.expect(fleet.publish());
    fleet.expect(fleet.generate());
    String before = tree();

    Files.writeString(tier(), plain + NEXT);
    assertThat(changed()).as("nobody has it yet").isEmpty();
    assertThat(published(Set.of())).as("nor is anything published").isFalse();

    Set<String> reached = Set.of();
    for (String step : List.of("canary", "early", "10", "50", "100")) {
      fleet.expect(promote(null));
      assertThat(Files.readString(tier())).as(step).contains(step, "# see 4711", "# was 1Gi");
      Set<String> now = changed();
      assertThat(now)
          .as("%s only adds", step)
          .containsAll(reached)
          .hasSizeGreaterThan(reached.size());
      isAboutTheShare(step, now);
      Set<String> added = new TreeSet<>(now);
      added.removeAll(reached);
      assertThat(published(added)).isTrue();
      if (step.equals("10")) {
        takenBackAndAgain(plain, before, now);
      }
      reached = now;
    }
    assertThat(reached).isEqualTo(concerned);

    String all = tree();
    fleet.expect(promote("done"));
    assertThat(Files.readString(tier()))
        .isEqualTo(
            plain.replace("pod_memory: 1Gi", "pod_memory: 1536Mi")
                + "# 4711: sites of readers were slow\nimages:\n  wordpress: \"wordpress:7.1.1-php8.4-apache\"\n");
    assertThat(published(Set.of())).as("folding changes nothing").isFalse();
    assertThat(tree()).isEqualTo(all);
  }

  /** The roll-out is removed, as a revert does it: the old bytes are back. */
  private void takenBackAndAgain(String plain, String before, Set<String> reached)
      throws IOException {
    String under = Files.readString(tier());
    String underWay = tree();
    Files.writeString(tier(), plain);
    assertThat(changed()).isEmpty();
    assertThat(published(reached)).isTrue();
    assertThat(tree()).isEqualTo(before);
    Files.writeString(tier(), under);
    assertThat(published(reached)).isTrue();
    assertThat(tree()).isEqualTo(underWay);
  }

  private void isAboutTheShare(String step, Set<String> reached) {
    if (step.matches("[0-9]+")) {
      double share = Integer.parseInt(step) / 100.0;
      long counted =
          reached.stream().filter(id -> !id.startsWith("c") && !id.startsWith("e")).count();
      double spread = Math.sqrt(broad * share * (1 - share));
      assertThat(Math.abs(counted - share * broad)).as(step).isLessThanOrEqualTo(4 * spread);
    }
  }

  /** Publishes; where the guard refuses, its number lets exactly this one pass. */
  private boolean published(Set<String> changes) throws IOException {
    String old = commit();
    Report report = publish(null);
    if (report.outcome() == Outcome.GUARD_REFUSED) {
      int number = number(report);
      assertThat(number).isEqualTo(changes.size());
      assertThat(publish(number - 1).outcome()).isEqualTo(Outcome.GUARD_REFUSED);
      report = publish(number);
    }
    assertThat(report.outcome()).as("%s", report.diagnostics()).isEqualTo(Outcome.DONE);
    JsonNode result = json(report).path("result");
    assertThat(texts(result.path("changedTenants"))).isEqualTo(changes);
    return !commit().equals(old);
  }

  private static int number(Report report) {
    assertThat(report.diagnostics()).extracting(d -> d.code()).contains(Code.GRD802);
    return report.diagnostics().stream()
        .filter(d -> d.code() == Code.GRD802)
        .map(d -> CHANGED.matcher(d.message()))
        .filter(Matcher::find)
        .mapToInt(m -> Integer.parseInt(m.group(1)))
        .findFirst()
        .orElseThrow();
  }

  private Report publish(@Nullable Integer allowed) {
    PublishOptions.Permits none = PublishOptions.Permits.NONE;
    PublishOptions.Permits permits =
        new PublishOptions.Permits(none.removed(), allowed, none.dirty(), none.replacedInputs());
    return new Publish(new PublishOptions(null, null, permits))
        .run(Request.of(folder), Session.ofThisProcess());
  }

  private Report promote(@Nullable String to) {
    PromoteOptions options = new PromoteOptions("pro", to, new EditOptions(false, true));
    return new Promote(options).run(Request.of(folder), Session.ofThisProcess());
  }

  /** The tenants that differ from the output as it was before the roll-out. */
  private Set<String> changed() {
    JsonNode result =
        json(new Check().run(Request.of(folder), Session.ofThisProcess())).path("result");
    Set<String> changed = new TreeSet<>();
    for (JsonNode tenant : result.path("tenants")) {
      if (!tenant.path("change").asString().equals("unchanged")) {
        changed.add(tenant.path("id").asString());
      }
    }
    assertThat(texts(result.path("removedTenants"))).isEmpty();
    return changed;
  }

  private static JsonNode json(Report report) {
    return new JsonMapper().readTree(ReportText.inFormat(report, Format.JSON, Style.PLAIN));
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new TreeSet<>();
    list.forEach(each -> texts.add(each.asString()));
    return texts;
  }

  /** What is published of tenants and clusters, and what is remembered of them. */
  private String tree() throws IOException {
    return git().run("rev-parse", BRANCH + ":clusters", BRANCH + ":index.json");
  }

  private String commit() throws IOException {
    return Files.exists(folder.resolve("target/gitops.git")) ? git().run("rev-parse", BRANCH) : "";
  }

  private IsolatedGit git() {
    return new IsolatedGit(folder.resolve("target/gitops.git"));
  }

  private Path tier() {
    return folder.resolve("tiers/pro.yaml");
  }

  /**
   * A guarded fleet on two clusters, of three tiers: one has the roll-out, one extends it, one has
   * not.
   */
  private FleetFolder fleet() throws IOException {
    FleetFolder fleet = FleetFolder.in(folder);
    Files.writeString(folder.resolve("fleet.yaml"), MemoryFleet.fleetText());
    Files.writeString(folder.resolve("tiers/gold.yaml"), "tier: gold\nextends: pro\n");
    for (int i = 0; i < TENANTS; i++) {
      String ring = i % 40 == 7 ? "canary" : i % 20 == 3 ? "early" : "broad";
      String id = String.format(Locale.ROOT, "%s%04d", ring.charAt(0), i);
      String tier = ring.equals("broad") ? List.of("pro", "gold", "free", "pro").get(i % 4) : "pro";
      Files.writeString(
          folder.resolve("tenants/" + id + ".yaml"),
          "tenant_id: %s\ndisplay_name: One\nadmin_email: a@%s.example.net\ntier: %s\nring: %s\n"
                  .formatted(id, id, tier, ring)
              + "cluster: %s\n".formatted(MemoryFleet.CLUSTERS.get(i % 2)));
      if (!tier.equals("free")) {
        concerned.add(id);
        broad += ring.equals("broad") ? 1 : 0;
      }
    }
    return fleet;
  }
}
