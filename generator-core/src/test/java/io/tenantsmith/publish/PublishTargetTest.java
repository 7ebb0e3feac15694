package io.tenantsmith.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.git.RepositoryAddress;
import io.tenantsmith.harness.IsolatedGit;
import io.tenantsmith.publish.Published.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishTargetTest {

  private static final Map<String, String> ACME = Map.of("tenants/acme", "1\r\n");

  @TempDir Path folder;
  private PublishFixture fixture;

  @BeforeEach
  void setUp() {
    fixture = new PublishFixture(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "https://user:s3cret@git.example.com/a.git, https://***@git.example.com/a.git",
    "https://s3cret@git.example.com/a.git, https://***@git.example.com/a.git",
    "https://u:s3cret/p@x@git.example.com/a.git, https://***@git.example.com/a.git",
    "https://git.example.com/a.git?token=s3cret, https://git.example.com/a.git?***",
    "ssh://git:s3cret@git.example.com/a.git, ssh://***@git.example.com/a.git",
    "git:s3cret@git.example.com:a.git, ***@git.example.com:a.git",
    "http://u:s3cret@git.example.com/a.git, http://***@git.example.com/a.git"
  })
  void refusesAndMasksCredentialsInAnAddress(String repository, String shown) {
    fixture.repository = repository;
    Result<Published> result = fixture.publish(ACME);
    assertThat(PublishFixture.codes(result)).containsExactly(Code.PUB707);
    assertThat(result.value().orElseThrow().where().repository()).isEqualTo(shown);
    assertThat(result.diagnostics().toString()).contains(shown).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource({
    "git@git.example.com:a/b.git, SSH",
    "ssh://git@git.example.com/a.git, SSH",
    "git.example.com:a/b.git, SSH",
    "gitserver:/x/s.git, SSH",
    "gitserver:s.git, SSH",
    "[::1]:a.git, SSH",
    "git@[::1]:a.git, SSH",
    "folder/gitserver:a.git, PATH",
    "./gitserver:a.git, PATH",
    "/gitserver:a.git, PATH",
    "C:\\repos\\a.git, PATH",
    "C:, PATH",
    "gitserver:, UNSUPPORTED",
    "ext::sh -c true, UNSUPPORTED",
    "target/gitops.git, PATH",
    "C:/repos/a.git, PATH",
    "git://git.example.com/a.git, UNSUPPORTED",
    "http://git.example.com/a.git, UNSUPPORTED"
  })
  void knowsItsKinds(String text, RepositoryAddress.Kind kind) {
    RepositoryAddress address = RepositoryAddress.of(text);
    assertThat(address.kind()).isEqualTo(kind);
    assertThat(address.carriesSecret()).isFalse();
  }

  @Test
  void aHostAndAPathAreNeverAFolder() {
    fixture.repository = "nowhere.invalid:platform/gitops.git";
    assertThat(PublishFixture.codes(fixture.publish(ACME))).containsExactly(Code.PUB701);
    assertThat(fixture.fleet).isEmptyDirectory();
  }

  @Test
  void makesNoRepositoryUnasked() {
    fixture.create = false;
    Result<Published> result = fixture.publish(ACME);
    assertThat(PublishFixture.codes(result)).containsExactly(Code.PUB702);
    assertThat(result.value().orElseThrow().ending()).isEqualTo(Ending.ENVIRONMENT);
    assertThat(fixture.bare).doesNotExist();
  }

  @Test
  void neverTakesAFolderOfSomebodyElse() throws IOException {
    Files.createDirectories(fixture.bare);
    Files.writeString(fixture.bare.resolve("letter.txt"), "dear");
    assertThat(PublishFixture.codes(fixture.publish(ACME))).containsExactly(Code.PUB702);
    assertThat(fixture.bare.resolve("letter.txt")).hasContent("dear");
  }

  @Test
  void saysThatARemoteIsMissing() {
    fixture.repository = folder.resolve("nowhere.git").toUri().toString();
    Result<Published> result = fixture.publish(ACME);
    assertThat(PublishFixture.codes(result)).containsExactly(Code.PUB701);
  }

  @Test
  void leavesACheckedOutBranchAlone() throws IOException {
    IsolatedGit git = IsolatedGit.init(folder.resolve("work"));
    git.run("checkout", "-q", "-b", "environment/prod");
    git.run("commit", "-q", "--allow-empty", "-m", "one");
    fixture.repository = "../work";
    assertThat(PublishFixture.codes(fixture.publish(ACME))).containsExactly(Code.PUB703);
    fixture.repository = folder.resolve("work").toUri().toString();
    assertThat(PublishFixture.codes(fixture.publish(ACME))).containsExactly(Code.PUB702);
    assertThat(git.run("status", "--porcelain")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"pre-receive, true", "update, true", "post-receive, false", "pre-push, false"})
  void hooksThatWouldNotRunAreSaid(String name, boolean decides) throws IOException {
    IsolatedGit.init(fixture.bare, "--bare");
    Path hook = fixture.bare.resolve("hooks/" + name);
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\nexit 1\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();
    for (String address : List.of("../out/gitops.git", fixture.bare.toUri().toString())) {
      fixture.repository = address;
      Result<Published> result = fixture.publish(ACME);
      assertThat(PublishFixture.codes(result).contains(Code.PUB724))
          .isEqualTo(!name.equals("pre-push"));
      assertThat(result.hasErrors()).isEqualTo(decides);
      assertThat(result.value().orElseThrow().ending() == Ending.ENVIRONMENT).isEqualTo(decides);
    }
    assertThat(git().run("branch", "--list").isEmpty()).isEqualTo(decides);
  }

  @Test
  void aHookThatMayNotBeRunIsNone() throws IOException {
    IsolatedGit.init(fixture.bare, "--bare");
    Files.createDirectories(fixture.bare.resolve("hooks"));
    Files.writeString(fixture.bare.resolve("hooks/pre-receive.sample"), "#!/bin/sh\nexit 1\n");
    assertThat(PublishFixture.codes(fixture.publish(ACME))).isEmpty();
  }

  @Test
  void saysThatHttpIsTheReason() {
    fixture.repository = "http://gitea.infra.svc/platform/gitops.git";
    Result<Published> result = fixture.publish(ACME);
    assertThat(PublishFixture.codes(result)).containsExactly(Code.PUB707);
    assertThat(result.diagnostics().get(0).message()).contains("http is refused");
  }

  private IsolatedGit git() {
    return new IsolatedGit(fixture.bare);
  }

  @Test
  void configurationOfTheRepositoryChangesNoByte() throws IOException {
    IsolatedGit git = IsolatedGit.init(fixture.bare, "--bare");
    git.run("config", "core.autocrlf", "true");
    git.run("config", "commit.gpgsign", "true");
    git.run("config", "core.hooksPath", folder.resolve("hooks").toString());
    assertThat(fixture.ending(ACME)).isEqualTo(Ending.PUSHED);
    assertThat(git.run("cat-file", "-s", "environment/prod:tenants/acme")).isEqualTo("3");
    assertThat(git.run("cat-file", "-p", "environment/prod")).doesNotContain("gpgsig");
  }
}
