package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.command.Publish;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.harness.IsolatedGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a commit says of its inputs is true of every file in it, also if a part was published. */
class PartialPublishTest {

  private static final String BRANCH = "environment/prod";

  @TempDir Path folder;
  private FleetFolder fleet;
  private IsolatedGit source;
  private IsolatedGit git;

  @BeforeEach
  void setUp() throws IOException {
    fleet = FleetFolder.in(folder.resolve("fleet"));
    source = IsolatedGit.init(fleet.root());
    git = new IsolatedGit(fleet.root().resolve("target/gitops.git"));
  }

  @Test
  void aPartIsNamedUntilTheWholeIsPublished() throws IOException {
    String one = commit("One");
    fleet.expect(fleet.publish());
    String two = commit("Two");
    fleet.expect(publish("t000", null));

    assertThat(trailer("Tenantsmith-Input")).isEqualTo(one);
    assertThat(trailer("Tenantsmith-Part")).isEqualTo("tenant t000 " + two);
    assertThat(git.run("log", "-1", "--format=%s", BRANCH))
        .startsWith("Render tenant t000 at " + two.substring(0, 7) + ": 0 added, 1 changed");
    assertThat(metadata())
        .contains("\"drySha\": \"" + one + "\"", "\"tenant t000\": \"" + two + "\"");
    assertThat(name("t000")).contains("Two");
    assertThat(name("t001")).contains("One");

    String three = commit("Three");
    fleet.expect(publish("t001", null));
    assertThat(trailer("Tenantsmith-Part"))
        .isEqualTo("tenant t000 " + two + ",tenant t001 " + three);

    fleet.expect(fleet.publish());
    assertThat(trailer("Tenantsmith-Input")).isEqualTo(three);
    assertThat(trailer("Tenantsmith-Part")).isEmpty();
    assertThat(metadata()).contains("\"drySha\": \"" + three + "\"").doesNotContain("parts");
  }

  @Test
  void aClusterTakesItsTenantsWithIt() throws IOException {
    commit("One");
    fleet.expect(fleet.publish());
    commit("Two");
    fleet.expect(publish("t000", null));
    String three = commit("Three");
    fleet.expect(publish(null, "prod-eu-1"));
    assertThat(trailer("Tenantsmith-Part")).isEqualTo("cluster prod-eu-1 " + three);
  }

  /** The whole is older than the part and newer than the rest: an older part must not win. */
  @Test
  void anInputBetweenTheTwoIsSuperseded() throws IOException {
    commit("One");
    fleet.expect(fleet.publish());
    String between = commit("Two");
    commit("Three");
    fleet.expect(publish("t000", null));
    source.run("checkout", "-q", between);
    Report late = fleet.publish();
    fleet.expect(late);
    assertThat(ReportText.summary(late)).anyMatch(line -> line.contains("superseded"));
    assertThat(name("t000")).contains("Three");
  }

  @Test
  void aPartOfTheSameInputIsNone() throws IOException {
    String one = commit("One");
    fleet.expect(publish("t000", null));
    fleet.expect(publish("t001", null));
    assertThat(trailer("Tenantsmith-Input")).isEqualTo(one);
    assertThat(trailer("Tenantsmith-Part")).isEmpty();
  }

  /** That is why line ends of inputs are no difference from their commit. */
  @Test
  void lineEndsOfInputsReachNoRenderedByte() throws IOException {
    commit("One");
    fleet.expect(fleet.generate());
    SortedMap<String, String> before = fleet.output();
    for (String name : source.run("ls-files").lines().toList()) {
      Path file = fleet.root().resolve(name);
      Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
    }
    fleet.expect(fleet.generate());
    assertThat(fleet.output()).isEqualTo(before);
  }

  /** Where only the names of inputs differ, the whole is worth a commit once. */
  @Test
  void theWholeTakesPartsAwayThoughNoFileDiffers() throws IOException {
    commit("One");
    fleet.expect(fleet.publish());
    String two = commit("Two");
    for (int i = 0; i < 3; i++) {
      fleet.expect(publish("t00" + i, null));
    }
    fleet.expect(fleet.publish());
    assertThat(metadata()).contains("\"drySha\": \"" + two + "\"").doesNotContain("parts");
    String head = git.run("rev-parse", BRANCH);
    fleet.expect(fleet.publish());
    assertThat(git.run("rev-parse", BRANCH)).isEqualTo(head);
  }

  private Report publish(String tenant, String cluster) {
    Request request =
        new Request(fleet.root(), Request.Folders.USUAL, new Request.Selection(tenant, cluster));
    return new Publish(PublishOptions.NONE).run(request, Session.ofThisProcess());
  }

  private String commit(String name) throws IOException {
    fleet.tenants(3, name);
    source.run("add", "fleet.yaml", "tiers", "tenants");
    source.run("commit", "-q", "-m", name);
    return source.run("rev-parse", "HEAD");
  }

  private String trailer(String key) throws IOException {
    String format = "%(trailers:key=" + key + ",valueonly,separator=%x2C)";
    return git.run("log", "-1", "--format=" + format, BRANCH);
  }

  private String metadata() throws IOException {
    return git.run("show", BRANCH + ":hydrator.metadata");
  }

  private String name(String tenant) throws IOException {
    String folder = "clusters/prod-eu-1/tenants/" + tenant;
    return git.run("grep", "-ohwE", "One|Two|Three", BRANCH, "--", folder);
  }
}
