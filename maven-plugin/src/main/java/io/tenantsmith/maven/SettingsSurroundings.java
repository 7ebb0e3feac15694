package io.tenantsmith.maven;

import io.tenantsmith.surroundings.HttpProxy;
import io.tenantsmith.surroundings.ProxyProblem;
import io.tenantsmith.surroundings.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** Surroundings in which proxies and what Git needs to log in come from settings.xml. */
final class SettingsSurroundings implements Surroundings {

  private static final String USERNAME = "TENANTSMITH_GIT_USERNAME";
  private static final String PASSWORD = "TENANTSMITH_GIT_PASSWORD";
  private static final String SSH_KEY = "TENANTSMITH_SSH_KEY";
  private static final String SSH_PASSPHRASE = "TENANTSMITH_SSH_PASSPHRASE";

  private final Surroundings process;
  private final @Nullable Server server;
  private final SettingsProxy proxies;

  private SettingsSurroundings(
      Surroundings process, @Nullable Server server, SettingsProxy proxies) {
    this.process = process;
    this.server = server;
    this.proxies = proxies;
  }

  /**
   * The surroundings with what settings.xml says, decrypted.
   *
   * @param id of the server with the login, or null for that of the environment
   */
  static Surroundings of(
      Surroundings process, Settings settings, SettingsDecrypter decrypter, @Nullable String id)
      throws MojoExecutionException {
    Server found = id == null ? null : settings.getServer(id);
    if (id != null && found == null) {
      throw new MojoExecutionException(
          "settings.xml has no <server> with the id \"" + id + "\" (tenantsmith.server)");
    }
    Server server =
        found == null
            ? null
            : decrypter.decrypt(new DefaultSettingsDecryptionRequest(found)).getServer();
    return new SettingsSurroundings(
        process, server, new SettingsProxy(proxies(settings, decrypter)));
  }

  private static List<Proxy> proxies(Settings settings, SettingsDecrypter decrypter) {
    return settings.getProxies().stream()
        .map(proxy -> decrypter.decrypt(new DefaultSettingsDecryptionRequest(proxy)).getProxy())
        .toList();
  }

  @Override
  public Optional<HttpProxy> proxy(String host, int port) throws ProxyProblem {
    return proxies.isStated() ? proxies.of(host) : process.proxy(host, port);
  }

  @Override
  public Optional<String> environment(String name) {
    return server == null ? process.environment(name) : environment(name, server);
  }

  private Optional<String> environment(String name, Server login) {
    return switch (name) {
      case USERNAME -> Optional.ofNullable(login.getUsername());
      case PASSWORD -> Optional.ofNullable(login.getPassword());
      case SSH_KEY ->
          Optional.ofNullable(login.getPrivateKey()).or(() -> process.environment(name));
      case SSH_PASSPHRASE ->
          Optional.ofNullable(login.getPassphrase()).or(() -> process.environment(name));
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
