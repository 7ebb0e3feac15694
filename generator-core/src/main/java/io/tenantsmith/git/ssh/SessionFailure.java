package io.tenantsmith.git.ssh;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.URIish;

/** Why a session did not open, read from what the ssh library threw and from what was seen. */
record SessionFailure(URIish uri, TransportException thrown) {

  private static final int MAX_LINKS = 20;

  /**
   * The failure in words of our own, or as it is if it means something that every protocol knows.
   *
   * @param refusal the host that was refused, if one was
   * @param login which keys were tried
   */
  TransportException explained(
      Supplier<Optional<HostKeyWords>> refusal, Function<URIish, LoginWords> login) {
    Optional<HostKeyWords> refused = refusal.get();
    if (refused.isPresent()) {
      return refused.get().failure(thrown);
    }
    if (first(TimeoutException.class).isPresent()) {
      return silent();
    }
    if (first(UnresolvedAddressException.class).isPresent()) {
      return as(new UnknownHostException(uri.getHost()));
    }
    return first(SshException.class).map(said -> ofProtocol(said, login)).orElse(thrown);
  }

  /** The server said nothing in time. */
  TransportException silent() {
    return as(new SocketTimeoutException());
  }

  private TransportException ofProtocol(SshException said, Function<URIish, LoginWords> login) {
    String words = String.valueOf(said.getMessage());
    if (said.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE) {
      return login.apply(uri).denied(thrown);
    }
    if (words.contains("Too many authentication failures")) {
      return login.apply(uri).tooMany(thrown);
    }
    return new SshFailure(Code.PUB728, "DEBUG " + said.getDisconnectCode() + Quoted.words(words), "x", thrown);
  }

  private TransportException as(IOException meaning) {
    meaning.initCause(thrown);
    return new TransportException(uri, String.valueOf(thrown.getMessage()), meaning);
  }

  private <T extends Throwable> Optional<T> first(Class<T> kind) {
    Throwable link = thrown;
    for (int i = 0; link != null && i < MAX_LINKS; i++) {
      if (kind.isInstance(link)) {
        return Optional.of(kind.cast(link));
      }
      link = link.getCause();
    }
    return Optional.empty();
  }
}
