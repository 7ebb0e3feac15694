package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.engine.command.Check;
import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.engine.command.Validate;
import io.tenantsmith.harness.IsolatedGit;
import io.tenantsmith.harness.SampleFleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fleet that Git checked out with CR LF, as Git for Windows does unless it is told not to. */
class ConvertedCheckoutTest {

  @TempDir private Path folder;
  private Path origin;
  private IsolatedGit git;

  @BeforeEach
  void commitAFleetWithoutAttributes() throws IOException {
    origin = folder.resolve("origin");
    SampleFleet.copyTo(origin, 1);
    Files.deleteIfExists(origin.resolve(".gitattributes"));
    assertThat(run(origin, new Generate(false)).outcome()).isEqualTo(Outcome.DONE);
    git = IsolatedGit.init(origin);
    commit();
  }

  @Test
  void checkNamesTheCauseOnceAndNobodysEdit() throws IOException {
    Path clone = checkout("true");

    Report report = run(clone, new Check());

    assertThat(report.outcome()).isEqualTo(Outcome.CHANGES_FOUND);
    assertThat(codes(report)).containsExactly(Code.OUT510);
    assertThat(report.diagnostics().get(0).hint().orElse("")).contains("  output/** -text  ");
    assertThat(run(clone, new Validate()).outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void generateRestoresWhatWasCommitted() throws IOException {
    Path clone = checkout("true");

    Report report = run(clone, new Generate(false));

    assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    assertThat(codes(report)).containsExactly(Code.OUT510);
    GenerateResult.Writing writing = ((GenerateResult) report.result().orElseThrow()).written();
    assertThat(writing.tenants()).allMatch(tenant -> tenant.change().equals("unchanged"));
    assertThat(FleetFolder.content(clone.resolve("output")))
        .isEqualTo(FleetFolder.content(origin.resolve("output")));
    assertThat(run(clone, new Check()).diagnostics()).isEmpty();
    IsolatedGit there = new IsolatedGit(clone);
    assertThat(there.run("-c", "core.safecrlf=false", "diff", "--name-only", "HEAD")).isEmpty();
  }

  @Test
  void theLineOfTheHintPreventsIt() throws IOException {
    Files.writeString(origin.resolve(".gitattributes"), "output/** -text\n");
    commit();
    assertThat(run(checkout("true"), new Check()).diagnostics()).isEmpty();
  }

  /** The commands of the page OUT510, for a checkout that is repaired without generating. */
  @Test
  void gitAloneRepairsACheckoutOnceTheLineIsThere() throws IOException {
    Path clone = checkout("true");
    Files.writeString(origin.resolve(".gitattributes"), "output/** -text\n");
    commit();
    IsolatedGit there = new IsolatedGit(clone);
    there.run("pull", "-q");
    assertThat(codes(run(clone, new Check()))).containsExactly(Code.OUT510);

    there.run("rm", "-r", "-q", "--cached", "output");
    there.run("reset", "-q");
    there.run("checkout", "--", "output");

    assertThat(run(clone, new Check()).diagnostics()).isEmpty();
  }

  /** The shorter way of docs/your-own-fleet.md, for whoever has nothing else uncommitted. */
  @Test
  void aHardResetRepairsItToo() throws IOException {
    Path clone = checkout("true");
    Files.writeString(origin.resolve(".gitattributes"), "output/** -text\n");
    commit();
    IsolatedGit there = new IsolatedGit(clone);
    there.run("pull", "-q");

    there.run("rm", "--cached", "-r", "-q", "output");
    there.run("reset", "--hard");

    assertThat(run(clone, new Check()).diagnostics()).isEmpty();
  }

  private static List<Code> codes(Report report) {
    return report.diagnostics().stream().map(Diagnostic::code).toList();
  }

  private Path checkout(String autocrlf) throws IOException {
    git.run("clone", "-q", "-c", "core.autocrlf=" + autocrlf, ".", "../clone");
    return folder.resolve("clone");
  }

  private void commit() throws IOException {
    git.run("add", "-A");
    git.run("commit", "-q", "-m", "Fleet");
  }

  private static Report run(Path fleet, Command command) {
    return command.run(Request.of(fleet), Session.ofThisProcess());
  }
}
