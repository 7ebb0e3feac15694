package io.tenantsmith.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.command.Plan;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.harness.IsolatedGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole command over many tenants, from their files to the comment of a pull request; {@code
 * -Dlarge.plans=10000} for as many as a fleet may have.
 */
class LargePlanTest {

  private static final int TENANTS = Integer.getInteger("large.plans", 160);
  private static final int PER_CLUSTER = Math.min(2_000, (TENANTS + 1) / 2);
  private static final int COMMENT = 65_536;
  private static final Pattern LEFT_OUT =
      Pattern.compile("\\*\\*Left out here: (?:[\\d,]+ changes? of ([\\d,]+) tenants?)?");

  /** Two clusters have no host in common. */
  private static final String CLUSTER =
      """
      name: c%d
          domain: c%d.sites.example.net
          identity: {host: auth.c%d.example.com}
          open_webui: {host: ai.c%d.example.com}""";

  @TempDir Path root;

  @BeforeEach
  void aCommittedFleet() throws IOException {
    FleetFolder.in(root);
    Path platform = root.resolve("fleet.yaml");
    Files.writeString(platform, withClusters(Files.readString(platform)));
    for (int i = 0; i < TENANTS; i++) {
      Files.writeString(file(i), tenant(i, "26." + i), UTF_8);
    }
    IsolatedGit git = IsolatedGit.init(root);
    git.run("add", "--all");
    git.run("commit", "-q", "-m", "as it is");
  }

  @Test
  void aTierForAllIsShortAndNamesItsLine() throws IOException {
    Path tier = root.resolve("tiers/pro.yaml");
    List<String> lines = Files.readAllLines(tier);
    int line = 0;
    while (!lines.get(line).contains("pod_memory: 1Gi")) {
      line++;
    }
    lines.set(line, lines.get(line).replace("pod_memory: 1Gi", "pod_memory: 1536Mi"));
    Files.write(tier, lines);
    String comment = comment();
    assertThat(comment.lines().count()).isLessThanOrEqualTo(200);
    assertThat(comment)
        .contains("tiers/pro.yaml:" + (line + 1))
        .contains(String.format(Locale.ROOT, "%,d tenants", TENANTS))
        .doesNotContain("Left out");
  }

  @Test
  void asManyChangesAsTenantsFitAndWhatDoesNotIsCounted() throws IOException {
    for (int i = 0; i < TENANTS; i++) {
      Files.writeString(file(i), tenant(i, "27." + i), UTF_8);
    }
    String comment = comment();
    assertThat(comment.length()).isLessThanOrEqualTo(COMMENT);
    long shown = comment.lines().filter(line -> line.contains("because `tenants/t")).count();
    Matcher cut = LEFT_OUT.matcher(comment);
    assertThat(cut.find()).isTrue();
    assertThat(shown + number(cut.group(1))).isEqualTo(TENANTS);
  }

  private String comment() {
    PlanOptions options =
        new PlanOptions(
            new PlanOptions.Against("HEAD", null, null),
            new PlanOptions.View(PlanOptions.Form.MARKDOWN.label(), PlanOptions.Depth.BRIEF),
            List.of(),
            false);
    Report report = new Plan(options).run(Request.of(root), Session.ofThisProcess());
    assertThat(report.outcome()).as("%s", report.diagnostics()).isEqualTo(Outcome.DONE);
    return String.join("\n", ReportText.summary(report));
  }

  private static int number(@Nullable String text) {
    return text == null ? 0 : Integer.parseInt(text.replace(",", ""));
  }

  private Path file(int number) {
    return root.resolve(String.format(Locale.ROOT, "tenants/t%05d.yaml", number));
  }

  private static String tenant(int number, String version) {
    String form =
        """
        tenant_id: t%05d
        display_name: Tenant %d
        admin_email: owner@t%05d.example.net
        cluster: c%d
        tier: pro
        features: {custom_plugins: true}
        plugins: [{name: wordpress-seo, version: "%s"}]
        """;
    return String.format(Locale.ROOT, form, number, number, number, number / PER_CLUSTER, version);
  }

  private static String withClusters(String platform) {
    int start = platform.indexOf("  - name: ");
    int end = platform.indexOf("images:");
    String one = platform.substring(start, end);
    StringBuilder all = new StringBuilder(platform.substring(0, start));
    for (int i = 0; i <= (TENANTS - 1) / PER_CLUSTER; i++) {
      all.append(one.replaceFirst("name: .*", CLUSTER.replace("%d", Integer.toString(i))));
    }
    return all.append(platform.substring(end)).toString();
  }
}
