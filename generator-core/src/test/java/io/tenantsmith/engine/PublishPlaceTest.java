package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.engine.command.Publish;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake in an option is shown at the option, one in a setting at the setting. */
class PublishPlaceTest {

  // No name below .invalid ever exists.
  private static final String NOWHERE = "https://nowhere.invalid/fleet.git";

  @TempDir Path folder;
  private final List<Exception> causes = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"LAUNCHER, --repository", "MAVEN, -Dtenantsmith.repository"})
  void anAddressThatCannotBeReached(Front front, String option) throws IOException {
    Diagnostic found = publish(front, NOWHERE, null);
    assertThat(found.code()).isEqualTo(Code.PUB701);
    assertThat(found.range().display()).isEqualTo(option);
    assertThat(found.message()).startsWith(option + " " + NOWHERE + " cannot be reached: ");
    assertThat(causes).singleElement().matches(cause -> cause.getCause() != null);
  }

  @ParameterizedTest
  @CsvSource({"LAUNCHER, --branch", "MAVEN, -Dtenantsmith.branch"})
  void aBranchThatIsNone(Front front, String option) throws IOException {
    Diagnostic found = publish(front, null, "a..b");
    assertThat(found.code()).isEqualTo(Code.PUB707);
    assertThat(found.range().display()).isEqualTo(option);
    assertThat(found.message()).startsWith(option + " \"a..b\"");
  }

  /** Found before the inputs are judged, and not at the repository, with which nothing is wrong. */
  @ParameterizedTest
  @CsvSource({"LAUNCHER, --replace-input", "MAVEN, -Dtenantsmith.replaceInput"})
  void anInputToReplaceThatIsNoId(Front front, String option) throws IOException {
    Diagnostic found =
        publish(
            front,
            new PublishOptions(
                null,
                null,
                new PublishOptions.Permits(null, null, false, List.of("4be1a20", "main"))));
    assertThat(found.code()).isEqualTo(Code.PUB707);
    assertThat(found.range().display()).isEqualTo(option);
    assertThat(found.message()).isEqualTo(option + " \"main\" is no id of a commit");
    assertThat(folder.resolve("target")).doesNotExist();
  }

  @Test
  void anAddressThatHoldsAPassword() throws IOException {
    Diagnostic found = publish(Front.LAUNCHER, "https://u:s3cret@nowhere.invalid/a.git", null);
    assertThat(found.code()).isEqualTo(Code.PUB707);
    assertThat(found.range().display()).isEqualTo("--repository");
  }

  @Test
  void anAddressThatCannotWorkIsNoticedBeforeTheInputsAreJudged() throws IOException {
    FleetFolder fleet = FleetFolder.in(folder).tenants(2, "One");
    Path file = fleet.root().resolve("tenants/t001.yaml");
    // Two tenants of one id are found by judging alone.
    Files.writeString(file, Files.readString(file).replace("tier: pro", "tier: nowhere"));
    Report report =
        new Publish(new PublishOptions("http://git.local/a.git", null, PublishOptions.Permits.NONE))
            .run(Request.of(fleet.root()), Session.ofThisProcess());
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(report.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.PUB707);
  }

  private Diagnostic publish(Front front, String repository, String branch) throws IOException {
    return publish(front, new PublishOptions(repository, branch, PublishOptions.Permits.NONE));
  }

  private Diagnostic publish(Front front, PublishOptions options) throws IOException {
    FleetFolder fleet = FleetFolder.in(folder).tenants(1, "One");
    Session session =
        new Session(
            Surroundings.ofThisProcess(), Progress.NONE, Questions.NONE, front, causes::add);
    Report report = new Publish(options).run(Request.of(fleet.root()), session);
    List<Diagnostic> errors = report.diagnostics().stream().filter(Diagnostic::isError).toList();
    assertThat(errors).hasSize(1);
    return errors.get(0);
  }
}
