package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.engine.command.Publish;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.harness.IsolatedGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A publish takes one step of a tenant from what its branch holds, whatever the folder says. */
class PublishedStepsTest {

  private static final String RETAINED = "state: retained\nuntil: \"2027-03-31\"\n";
  private static final String ERASING = "state: erasing\nconfirm: t000\n";

  @TempDir Path folder;
  private FleetFolder fleet;
  private IsolatedGit git;

  @BeforeEach
  void setUp() throws IOException {
    fleet = FleetFolder.in(folder.resolve("fleet")).tenants(2, "One");
    git = IsolatedGit.init(fleet.root());
    Files.writeString(fleet.root().resolve(".gitignore"), "/output/\n/target/\n");
  }

  @Test
  void aTenantLeavesStepByStep() throws IOException {
    expect("active", publish(""));
    expect("suspended", publish("state: suspended\nreason: contract ended\n"));
    expect("retained", publish(RETAINED));
    assertThat(line("t000")).contains("\"until\": \"2027-03-31\"");
    expect("erasing", publish(ERASING));
    assertThat(line("t000")).doesNotContain("until");
    expect("retained", publish(RETAINED));
    expect("erasing", publish(ERASING));
    expect("erased", publish("state: erased\n"));
    expect("erasing", publish(ERASING));
    expect("erased", publish("state: erased\n"));
    Files.delete(fleet.root().resolve("tenants/t000.yaml"));
    fleet.expect(publish());
    assertThat(line("t000")).isEmpty();
    assertThat(line("t001")).contains("\"state\": \"active\"");
    // From here the id is free.
    fleet.tenants(2, "One");
    expect("suspended", publish("state: suspended\n"));
  }

  /** Each was rendered, and each is a commit of the inputs: what is published decides. */
  @Test
  void twoStepsInOnePublishAreRefused() throws IOException {
    expect("active", publish(""));
    commit("state: suspended\n");
    fleet.expect(fleet.generate());
    refused(publish(RETAINED), Code.LIF102, "t000 is \"active\" in the tree that is published");
    assertThat(line("t000")).contains("\"state\": \"active\"");
    // The folder knows better than its last rendering, since the branch is at hand.
    refused(fleet.generate(), Code.LIF102, "what is published on environment/prod");
  }

  @Test
  void aTreeThatWasNeverPublishedBeginsWithAnOpenOrClosedSite() throws IOException {
    refused(publish(RETAINED), Code.LIF102, "t000 is not in the tree that is published");
    expect("suspended", publish("state: suspended\n"));
  }

  @Test
  void aFileGoesOnlyOnceItsTenantIsPublishedAsErased() throws IOException {
    for (String state : List.of("", "state: suspended\n", RETAINED, ERASING)) {
      fleet.expect(publish(state));
    }
    commit("state: erased\n");
    fleet.expect(fleet.generate());
    Files.delete(fleet.root().resolve("tenants/t000.yaml"));
    refused(publish(), Code.LIF101, "t000 is \"erasing\" in the tree that is published");
  }

  @Test
  void aPartTakesItsStepAndNamesTheOthers() throws IOException {
    expect("active", publish(""));
    append("t001", "state: erased\n");
    commit("state: suspended\n");
    Report report =
        new Publish(PublishOptions.NONE)
            .run(
                new Request(
                    fleet.root(), Request.Folders.USUAL, new Request.Selection("t000", null)),
                Session.ofThisProcess());
    expect("suspended", report);
    assertThat(report.diagnostics())
        .filteredOn(diagnostic -> diagnostic.code() == Code.LIF111)
        .extracting(Diagnostic::message)
        .containsExactly("the step of t001 from \"active\" to \"erased\" is left as it is");
    assertThat(line("t001")).contains("\"state\": \"active\"");
    refused(publish(), Code.LIF102, "t001 is \"active\" in the tree that is published");
  }

  /** A copy of the fleet that knows no output: what a tenant may be there, the branch decides. */
  @Test
  void aFreshCloneAcceptsWhatItCannotKnow() throws IOException {
    Path file = fleet.root().resolve("fleet.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("repository: target/gitops.git", "repository: https://git.invalid/x.git"));
    commit(RETAINED);
    fleet.expect(fleet.generate());
    commit("state: erased\n");
    Report refused = fleet.generate();
    assertThat(refused.diagnostics())
        .extracting(Diagnostic::code)
        .contains(Code.LIF110, Code.LIF102);
  }

  private Report publish(String state) throws IOException {
    commit(state);
    return fleet.publish();
  }

  private Report publish() throws IOException {
    git.run("add", "--all");
    git.run("commit", "-q", "--allow-empty", "-m", "as it is");
    return fleet.publish();
  }

  /** Commits the first tenant in a state. */
  private void commit(String state) throws IOException {
    Path other = fleet.root().resolve("tenants/t001.yaml");
    String kept = Files.exists(other) ? Files.readString(other) : "";
    fleet.tenants(2, "One");
    if (!kept.isEmpty()) {
      Files.writeString(other, kept);
    }
    append("t000", state);
    git.run("add", "--all");
    git.run("commit", "-q", "--allow-empty", "-m", "as it is");
  }

  private void append(String tenant, String lines) throws IOException {
    Path file = fleet.root().resolve("tenants/" + tenant + ".yaml");
    Files.writeString(file, Files.readString(file) + lines);
  }

  private void expect(String state, Report report) throws IOException {
    fleet.expect(report);
    assertThat(line("t000")).contains("\"state\": \"" + state + "\"");
  }

  private static void refused(Report report, Code code, String words) {
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(report.diagnostics())
        .filteredOn(diagnostic -> diagnostic.code() == code)
        .extracting(Diagnostic::message)
        .singleElement()
        .asString()
        .contains(words);
  }

  /** The tenant's line in the index that is published; empty if it has none. */
  private String line(String tenant) throws IOException {
    return new IsolatedGit(fleet.root().resolve("target/gitops.git"))
        .run("show", "environment/prod:index.json")
        .lines()
        .filter(line -> line.contains("\"id\": \"" + tenant + "\""))
        .findFirst()
        .orElse("");
  }
}
