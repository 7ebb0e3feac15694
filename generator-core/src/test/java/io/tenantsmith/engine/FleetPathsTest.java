package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Format;
import io.tenantsmith.diagnostic.Style;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.engine.command.Validate;
import io.tenantsmith.harness.IsolatedGit;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.surroundings.Whereabouts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where paths of a report begin, wherever the fleet is and people stand. */
class FleetPathsTest {

  private static final String FILE = "tenants/initech.yaml";

  @TempDir private Path temporary;
  private Path root;

  @BeforeEach
  void realRoot() throws IOException {
    root = temporary.toRealPath();
  }

  @ParameterizedTest
  @CsvSource({
    "repo,                 repo/platform/fleet, platform/fleet/tenants/initech.yaml",
    "repo/platform/fleet,  repo/platform/fleet, tenants/initech.yaml",
    "repo/platform/fleet/tenants, repo/platform/fleet, initech.yaml",
    "repo/docs,            repo/platform/fleet, ../platform/fleet/tenants/initech.yaml",
    "elsewhere,            repo/platform/fleet, ../repo/platform/fleet/tenants/initech.yaml",
  })
  void peopleFollowPathsFromWhereTheyAre(String here, String fleet, String path) {
    assertThat(at(here, fleet, "repo").fromHere(FILE)).isEqualTo(path);
    assertThat(at(here, fleet, "repo").fromRepository(FILE))
        .isEqualTo("platform/fleet/tenants/initech.yaml");
  }

  @Test
  void withoutARepositoryProgramsStandWherePeopleDo() {
    assertThat(at("repo", "repo/fleet", null).fromRepository(FILE)).isEqualTo("fleet/" + FILE);
  }

  @Test
  void aPathThroughTheRootOfTheFileSystemIsAbsolute() {
    Whereabouts far = new Whereabouts(Path.of("/home/jane"), Path.of("/srv/fleet"), null);
    FleetPaths paths = FleetPaths.of(Request.of(Path.of("/srv/fleet")), far);
    assertThat(paths.fromHere(FILE)).isEqualTo("/srv/fleet/" + FILE);
  }

  @Test
  void whatIsNoFileOfTheFleetKeepsItsName() {
    FleetPaths paths = at("repo", "repo/fleet", "repo");
    assertThat(paths.fromHere("acme-crop")).isEqualTo("acme-crop");
    assertThat(paths.fromHere("repository/index.json")).isEqualTo("repository/index.json");
    assertThat(paths.fromHere("output")).isEqualTo("fleet/output");
    assertThat(paths.fromHere("tenantsmith/x")).isEqualTo("tenantsmith/x");
  }

  @Test
  void theNearestRepositoryCounts() throws IOException {
    IsolatedGit.init(root.resolve("outer"));
    Path inner = root.resolve("outer/vendor/fleet");
    IsolatedGit.init(inner);
    assertThat(Whereabouts.of(inner.resolve("tenants")).workTree()).contains(inner);
    assertThat(Whereabouts.of(root.resolve("outer/vendor")).workTree())
        .contains(root.resolve("outer"));
  }

  @Test
  void aWorkTreeOfItsOwnIsARoot() throws IOException {
    Path main = root.resolve("main");
    IsolatedGit git = IsolatedGit.init(main);
    Files.createDirectories(main.resolve("fleet"));
    Files.writeString(main.resolve("fleet/fleet.yaml"), "");
    git.run("add", "-A");
    git.run("commit", "-q", "-m", "Fleet");
    git.run("worktree", "add", "-q", "../change");
    Path fleet = root.resolve("change/fleet");
    assertThat(Whereabouts.of(fleet).workTree()).contains(root.resolve("change"));
  }

  /** What each format says of one mistake in a monorepo; the excerpt is found all the same. */
  @Test
  void everyFormatNamesFilesAsItsReadersKnowThem() throws IOException {
    Path fleet = root.resolve("repo/platform/fleet");
    SampleFleet.copyTo(fleet, 1);
    IsolatedGit.init(root.resolve("repo"));
    Files.writeString(fleet.resolve(FILE), "tenant_id: initech\ntier: gold\n");
    Request request = Request.of(fleet);
    Report report = new Validate().run(request, Session.ofThisProcess());
    Path here = root.resolve("repo/platform");
    Whereabouts at = new Whereabouts(here, fleet, root.resolve("repo"));
    ReportText.Reading reading = ReportText.Reading.of(FleetPaths.of(request, at));

    assertThat(ReportText.inFormat(report, Format.TEXT, Style.PLAIN, reading))
        .contains("fleet/" + FILE + ":2:7: error TEN204", "    2 | tier: gold\n", "in 1 of ")
        .doesNotContain("platform/");
    assertThat(ReportText.inFormat(report, Format.LINE, Style.PLAIN, reading))
        .contains("\nfleet/" + FILE + ":2:7: error TEN204");
    String path = "platform/fleet/" + FILE;
    assertThat(ReportText.inFormat(report, Format.GITHUB, Style.PLAIN, reading))
        .contains("file=" + path + ",line=2,");
    assertThat(ReportText.inFormat(report, Format.SARIF, Style.PLAIN, reading))
        .contains("\"uri\": \"" + path + "\"");
    assertThat(ReportText.inFormat(report, Format.JUNIT, Style.PLAIN, reading))
        .contains("classname=\"" + path + "\"");
    assertThat(ReportText.inFormat(report, Format.JSON, Style.PLAIN, reading))
        .contains("\"file\": \"" + FILE + "\"", "\"path\": \"" + path + "\"");
  }

  private FleetPaths at(String here, String fleet, String repository) {
    Whereabouts at =
        new Whereabouts(
            root.resolve(here),
            root.resolve(fleet),
            repository == null ? null : root.resolve(repository));
    return FleetPaths.of(Request.of(root.resolve(fleet)), at);
  }
}
