package io.tenantsmith.maven;

import io.tenantsmith.surroundings.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Surroundings in which what Git needs to log in comes from a server of settings.xml. */
final class ServerSurroundings implements Surroundings {

  private static final String USERNAME = "TENANTSMITH_GIT_USERNAME";
  private static final String PASSWORD = "TENANTSMITH_GIT_PASSWORD";
  private static final String SSH_KEY = "TENANTSMITH_SSH_KEY";
  private static final String SSH_PASSPHRASE = "TENANTSMITH_SSH_PASSPHRASE";

  private final Surroundings process;
  private final Server server;

  private ServerSurroundings(Surroundings process, Server server) {
    this.process = process;
    this.server = server;
  }

  /** The surroundings with the decrypted server of that id. */
  static Surroundings of(
      Surroundings process, Settings settings, SettingsDecrypter decrypter, String id)
      throws MojoExecutionException {
    Server found = settings.getServer(id);
    if (found == null) {
      throw new MojoExecutionException(
          "settings.xml has no <server> with the id \"" + id + "\" (tenantsmith.server)");
    }
    Server decrypted = decrypter.decrypt(new DefaultSettingsDecryptionRequest(found)).getServer();
    return new ServerSurroundings(process, decrypted);
  }

  @Override
  public Optional<String> environment(String name) {
    return switch (name) {
      case USERNAME -> Optional.ofNullable(server.getUsername());
      case PASSWORD -> Optional.ofNullable(server.getPassword());
      case SSH_KEY ->
          Optional.ofNullable(server.getPrivateKey()).or(() -> process.environment(name));
      case SSH_PASSPHRASE ->
          Optional.ofNullable(server.getPassphrase()).or(() -> process.environment(name));
      default -> process.environment(name);
    };
  }

  @Override
  public Instant now() {
    return process.now();
  }

  @Override
  public long processId() {
    return process.processId();
  }

  @Override
  public String hostName() {
    return process.hostName();
  }

  @Override
  public double jitter() {
    return process.jitter();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    process.sleep(duration);
  }
}
