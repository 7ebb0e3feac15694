package io.tenantsmith.git.ssh;

import io.tenantsmith.surroundings.Surroundings;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.SshConfigStore;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.DefaultProxyDataFactory;
import org.eclipse.jgit.transport.sshd.JGitKeyCache;
import org.eclipse.jgit.transport.sshd.KeyPasswordProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.eclipse.jgit.transport.sshd.SshdSession;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.agent.ConnectorFactory;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/** Connections to one repository over ssh, as OpenSSH would make them for the same user. */
public final class SshSessions extends SshdSessionFactory {

  private final SshSettings settings;
  private final Surroundings surroundings;
  private final AgentKeys agentKeys = new AgentKeys();
  private final Duration limit;
  private @Nullable HostSettings hosts;
  private @Nullable KnownHosts knownHosts;
  private volatile @Nullable Passphrases passphrases;
  private volatile @Nullable Deadline deadline;

  private SshSessions(SshSettings settings, Surroundings surroundings, Duration limit) {
    super(new JGitKeyCache(), new DefaultProxyDataFactory());
    this.settings = settings;
    this.surroundings = surroundings;
    this.limit = limit;
  }

  /**
   * Connections for whoever runs this.
   *
   * @param limit how long a server may keep silent until a session is open
   */
  public static SshSessions of(Surroundings surroundings, Duration limit) {
    Ed25519Registrar.register();
    SshSettings settings = SshSettings.of(surroundings);
    SshSessions sessions = new SshSessions(settings, surroundings, limit);
    sessions.setHomeDirectory(settings.home().toFile());
    sessions.setSshDirectory(settings.folder().toFile());
    return sessions;
  }

  @Override
  public SshdSession getSession(
      URIish uri, @Nullable CredentialsProvider credentials, FS fs, int timeoutMillis)
      throws TransportException {
    settings.requireKey();
    try (Deadline running = new Deadline(surroundings, limit)) {
      deadline = running;
      return open(uri, fs, timeoutMillis, running);
    }
  }

  private SshdSession open(URIish uri, FS fs, int timeoutMillis, Deadline running)
      throws TransportException {
    try {
      return super.getSession(uri, null, fs, timeoutMillis);
    } catch (TransportException e) {
      SessionFailure failure = new SessionFailure(uri, e);
      if (known().proxyCommand().isPresent()) {
        throw failure.throughProgram();
      }
      throw running.expired() ? failure.silent() : failure.explained(this::refusal, this::login);
    }
  }

  private Optional<HostKeyWords> refusal() {
    return Optional.ofNullable(knownHosts)
        .flatMap(KnownHosts::refused)
        .map(refused -> new HostKeyWords(settings, refused));
  }

  private LoginWords login(URIish uri) {
    HostSettings.Login login = known();
    List<Path> files = new ArrayList<>(login.identities());
    if (!login.onlyThose()) {
      getDefaultIdentities(settings.folder().toFile()).stream()
          .filter(file -> !files.contains(file))
          .forEach(files::add);
    }
    Passphrases asked = passphrases;
    return new LoginWords(
        user(uri, login),
        LoginWords.trials(
            files, settings, file -> asked == null ? Optional.empty() : asked.trouble(file)),
        agentKeys.names(),
        agentKeys.unanswered());
  }

  private HostSettings.Login known() {
    return hosts == null ? HostSettings.Login.NONE : hosts.login();
  }

  private static String user(URIish uri, HostSettings.Login login) {
    if (uri.getUser() != null) {
      return uri.getUser();
    }
    return login.user().orElseGet(() -> getLocalUserName() + " (the address names no user)");
  }

  @Override
  protected SshConfigStore createSshConfigStore(File home, File config, String localUser) {
    HostSettings made =
        new HostSettings(super.createSshConfigStore(home, config, localUser), settings.key());
    hosts = made;
    return made;
  }

  @Override
  protected ServerKeyDatabase createServerKeyDatabase(File home, File sshFolder) {
    KnownHosts made =
        new KnownHosts(
            super.createServerKeyDatabase(home, sshFolder), getDefaultKnownHostsFiles(sshFolder));
    knownHosts = made;
    return made;
  }

  @Override
  protected ConnectorFactory getConnectorFactory() {
    return new AgentSockets(settings, agentKeys);
  }

  @Override
  protected List<Path> getDefaultIdentities(File sshFolder) {
    return settings.key().isPresent() ? List.of() : super.getDefaultIdentities(sshFolder);
  }

  @Override
  protected KeyPasswordProvider createKeyPasswordProvider(CredentialsProvider provider) {
    Passphrases made = new Passphrases(settings, surroundings, this::ask);
    passphrases = made;
    return made;
  }

  private Optional<char[]> ask(String question) {
    Deadline running = deadline;
    return running == null
        ? surroundings.secret(question)
        : running.pausedWhile(() -> surroundings.secret(question));
  }

  /** Only keys: passwords and tickets of a login are nothing that a publish could be given. */
  @Override
  protected String getDefaultPreferredAuthentications() {
    return "publickey";
  }
}
