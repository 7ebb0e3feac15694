package io.tenantsmith.git;

import io.tenantsmith.git.http.HttpsConnections;
import io.tenantsmith.git.ssh.SshSessions;
import io.tenantsmith.surroundings.Surroundings;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;

/**
 * The ways to one repository behind a URL: with its logins, its trust and its time limit, none of
 * which anything else in the process gets.
 */
final class Transports implements AutoCloseable {

  static final Duration LIMIT = Duration.ofSeconds(30);

  private final URIish uri;
  private final Duration limit;
  private final Optional<CredentialsProvider> password;
  private final HttpsConnections https;
  private final SshSessions ssh;

  private Transports(URIish uri, Surroundings surroundings, Duration limit) {
    this.uri = uri;
    this.limit = limit;
    // With ssh the password would be tried as the passphrase of a key.
    this.password =
        "https".equalsIgnoreCase(uri.getScheme())
            ? PasswordLogin.of(surroundings)
            : Optional.empty();
    this.https = new HttpsConnections(surroundings, password.isPresent());
    this.ssh = SshSessions.of(surroundings, limit);
  }

  static Transports to(URIish uri, Surroundings surroundings, Duration limit) {
    return new Transports(uri, surroundings, limit);
  }

  URIish uri() {
    return uri;
  }

  /** A connection that has not been made yet. */
  Transport open(Repository clone) throws NotSupportedException, TransportException {
    Transport transport = Transport.open(clone, uri);
    transport.setTimeout((int) limit.toSeconds());
    transport.setTagOpt(TagOpt.NO_TAGS);
    transport.setCredentialsProvider(password.orElse(null));
    if (transport instanceof SshTransport overSsh) {
      overSsh.setSshSessionFactory(ssh);
    }
    if (transport instanceof TransportHttp overHttps) {
      overHttps.setHttpConnectionFactory(https);
    }
    return transport;
  }

  /** What an exception of a connection means. */
  UnreachableException unreachable(TransportException thrown) {
    return new UnreachableException(RemoteFailures.of(thrown, uri, limit), thrown);
  }

  /** Where the same server says that the repository is now, if it says so. */
  Optional<String> movedTo() {
    return https.movedTo();
  }

  @Override
  public void close() {
    ssh.close();
  }
}
