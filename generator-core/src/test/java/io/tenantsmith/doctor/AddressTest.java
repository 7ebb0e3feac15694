package io.tenantsmith.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Format;
import io.tenantsmith.diagnostic.Style;
import io.tenantsmith.engine.DoctorOptions;
import io.tenantsmith.engine.Progress;
import io.tenantsmith.engine.PublishOptions;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.ReportText;
import io.tenantsmith.engine.Request;
import io.tenantsmith.engine.command.Doctor;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.harness.GivenMachine;
import io.tenantsmith.harness.SampleFleet;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of credentials: whether they are set, never what they are. */
class AddressTest {

  private static final String HTTPS = "https://127.0.0.1:9/fleet.git";

  @TempDir private Path folder;
  private GivenMachine machine;

  @BeforeEach
  void layDownTheSample() throws IOException {
    SampleFleet.copyTo(folder, 1);
    machine = new GivenMachine(folder);
  }

  @Test
  void nothingIsSet() {
    assertThat(said(HTTPS)).contains("\"TENANTSMITH_GIT_PASSWORD is not set\"", "DOC938");
  }

  @Test
  void aUserAloneIsNoLogin() {
    machine.withVariable("TENANTSMITH_GIT_USERNAME", "robot-7");

    assertThat(said(HTTPS))
        .contains("is not set, though TENANTSMITH_GIT_USERNAME is")
        .doesNotContain("robot-7");
  }

  @Test
  void aTokenIsEnough() {
    machine.withVariable("TENANTSMITH_GIT_PASSWORD", "glpat-secret");

    assertThat(said(HTTPS))
        .contains("\"fact\": \"a token is set\"")
        .doesNotContain("glpat", "DOC938");
  }

  @Test
  void keysAreForSsh() {
    assertThat(said("git@127.0.0.1:fleet.git")).contains("keys of ~/.ssh; there is no agent");

    machine.withVariable("SSH_AUTH_SOCK", folder.resolve("agent").toString());
    machine.withVariable("TENANTSMITH_SSH_KEY", folder.resolve("key").toString());

    assertThat(said("git@127.0.0.1:fleet.git"))
        .contains("TENANTSMITH_SSH_KEY names the key, and an agent");
  }

  @Test
  void credentialsInAnAddressAreMasked() {
    assertThat(said("https://robot:glpat-secret@127.0.0.1:9/fleet.git"))
        .contains("https://***@127.0.0.1:9/fleet.git", "PUB707")
        .doesNotContain("glpat");
  }

  private String said(String repository) {
    PublishOptions target = new PublishOptions(repository, null, PublishOptions.Permits.NONE);
    Report report =
        new Doctor(new DoctorOptions(target, false, false, null))
            .run(Request.of(folder), new Session(machine, Progress.NONE));
    return ReportText.inFormat(report, Format.JSON, Style.PLAIN);
  }
}
