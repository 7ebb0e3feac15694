package io.tenantsmith.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.harness.GivenSurroundings;
import io.tenantsmith.harness.IsolatedGit;
import io.tenantsmith.harness.SshServer;
import io.tenantsmith.publish.Published.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A user with a home folder of its own, and a repository on a server that it knows. */
final class SshFixture {

  static final Map<String, String> ACME = Map.of("tenants/acme", "1\r\n");

  final Map<String, String> environment = new TreeMap<>();
  final PublishFixture fixture;
  final Path home;
  private final SshServer server;

  SshFixture(Path folder, SshServer server, Path hostKey) throws IOException {
    this.server = server;
    fixture = new PublishFixture(folder);
    IsolatedGit.init(fixture.bare, "--bare");
    home = Files.createDirectories(folder.resolve("home"));
    Files.createDirectories(ssh(""));
    fixture.repository = server.address(fixture.bare);
    fixture.surroundings = new GivenSurroundings(home, environment);
    knowsHost(server.knownHost(hostKey));
  }

  /** A file in {@code ~/.ssh}. */
  Path ssh(String name) {
    return home.resolve(".ssh").resolve(name);
  }

  void knowsHost(String line) throws IOException {
    Files.writeString(ssh("known_hosts"), line);
  }

  /** Expects that a publish pushes. */
  void pushes() throws IOException {
    Result<Published> result = fixture.publish(ACME);
    assertThat(result.diagnostics()).as(server.log()).isEmpty();
    assertThat(result.value().orElseThrow().ending()).isEqualTo(Ending.PUSHED);
    assertThat(fixture.show("tenants/acme")).isEqualTo("1");
  }

  /** Expects that a publish fails with that code, and gives fact and hint. */
  String failsWith(Code code) {
    Result<Published> result = fixture.publish(ACME);
    assertThat(PublishFixture.codes(result)).as(result.toString()).containsExactly(code);
    assertThat(result.value().orElseThrow().ending()).isEqualTo(Ending.ENVIRONMENT);
    Diagnostic said = result.diagnostics().get(0);
    String address = fixture.repository;
    assertThat(said.message()).containsOnlyOnce(address).doesNotContain("Exception", "...");
    return said.message().substring(said.message().indexOf(address) + address.length() + 1)
        + "\n"
        + said.hint().orElseThrow();
  }
}
