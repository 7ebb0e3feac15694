package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.engine.command.Check;
import io.tenantsmith.engine.command.Publish;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.harness.IsolatedGit;
import io.tenantsmith.harness.OtherJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guards of a publish count, and what a run loads that does not publish. */
class GuardedFleetTest {

  /** Fleets below this number are not guarded. */
  private static final int TENANTS = 20;

  @TempDir private Path folder;

  @Test
  void onlyManifestsOfTenantsCount() throws IOException {
    FleetFolder fleet = FleetFolder.in(folder).tenants(TENANTS, "One");
    edit("max_changed_percent: 100", "max_changed_percent: 1");
    fleet.expect(fleet.publish());

    edit("contact_email: platform@", "contact_email: other@");
    edit("node_cidrs: [10.250.0.0/16]", "node_cidrs: [10.251.0.0/16]");
    edit("authentik-server:2026.8.3", "authentik-server:2026.8.4");
    fleet.expect(fleet.publish());
    assertThat(
            new IsolatedGit(folder.resolve("target/gitops.git"))
                .run("log", "-1", "--format=%s", "environment/prod"))
        .contains("0 changed");

    fleet.tenants(TENANTS, "Two");
    Report refused = fleet.publish();
    assertThat(refused.outcome()).isEqualTo(Outcome.GUARD_REFUSED);
    assertThat(refused.diagnostics())
        .singleElement()
        .satisfies(d -> assertThat(d.code()).isEqualTo(Code.GRD802))
        .satisfies(d -> assertThat(line(d.range().line())).contains("max_changed_percent: 1"));
  }

  @Test
  void checkAndGenerateNameTheNumberThatLiftsTheGuard() throws IOException {
    FleetFolder fleet = FleetFolder.in(folder).tenants(TENANTS, "One");
    edit("max_changed_percent: 100", "max_changed_percent: 1");
    fleet.expect(fleet.publish());
    fleet.expect(fleet.generate());
    fleet.tenants(TENANTS, "Two");

    Report checked = new Check().run(Request.of(folder), Session.ofThisProcess());
    Report generated = fleet.generate();
    Report refused = fleet.publish();

    assertThat(checked.outcome()).isEqualTo(Outcome.CHANGES_FOUND);
    assertThat(generated.outcome()).isEqualTo(Outcome.DONE);
    assertThat(refused.outcome()).isEqualTo(Outcome.GUARD_REFUSED);
    List<String> hints =
        Stream.of(checked, generated, refused)
            .map(report -> guards(report).get(0).hint().orElseThrow())
            .distinct()
            .toList();
    assertThat(hints).singleElement().asString().contains("--allow-changed " + TENANTS + " ");
    assertThat(guards(checked)).noneMatch(Diagnostic::isError);
    assertThat(guards(generated)).noneMatch(Diagnostic::isError);

    PublishOptions.Permits exactly = new PublishOptions.Permits(null, TENANTS, false, List.of());
    PublishOptions meant = new PublishOptions(null, null, exactly);
    fleet.expect(new Publish(meant).run(Request.of(folder), Session.ofThisProcess()));
    assertThat(message()).contains("Tenantsmith-Allowed: changed " + TENANTS);
    fleet.tenants(TENANTS + 1, "Two");
    fleet.expect(new Publish(meant).run(Request.of(folder), Session.ofThisProcess()));
    assertThat(message()).doesNotContain("Tenantsmith-Allowed");
  }

  private static List<Diagnostic> guards(Report report) {
    return report.diagnostics().stream()
        .filter(found -> found.code().name().startsWith("GRD"))
        .toList();
  }

  private String message() throws IOException {
    return new IsolatedGit(folder.resolve("target/gitops.git"))
        .run("log", "-1", "--format=%B", "environment/prod");
  }

  @Test
  void onlyPublishLoadsGit() throws IOException {
    FleetFolder.in(folder).tenants(1, "One");
    Path classes = folder.resolve("classes.txt");
    assertThat(OtherJvm.generate(folder, "-Xlog:class+load:file=" + classes)).isZero();
    assertThat(Files.readString(classes))
        .contains("io.tenantsmith.engine.command.Generate ")
        .doesNotContain("org.eclipse.jgit");
  }

  private void edit(String before, String after) throws IOException {
    Path file = folder.resolve("fleet.yaml");
    String text = Files.readString(file);
    assertThat(text).contains(before);
    Files.writeString(file, text.replace(before, after));
  }

  private String line(int number) {
    try {
      return Files.readAllLines(folder.resolve("fleet.yaml")).get(number - 1);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
