package io.tenantsmith.git.ssh;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
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
  private static final List<String> ENDED =
      List.of("Broken pipe", "Connection reset", "Session is being closed", "EOF");

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
    // A plain one is about a connection that was there, which means more in the words of ssh.
    Optional<SocketException> network =
        first(SocketException.class).filter(e -> !e.getClass().equals(SocketException.class));
    if (network.isPresent()) {
      return as(network.get());
    }
    return first(SshException.class).map(said -> ofProtocol(said, login)).orElse(thrown);
  }

  /** The server said nothing in time. */
  TransportException silent() {
    return as(new SocketTimeoutException("no answer"));
  }

  /** Java connects itself, so that a program named for that has no part in it. */
  TransportException throughProgram() {
    return new SshFailure(
        Code.PUB728,
        "is reached by a ProxyCommand in ~/.ssh/config, and no program is started for that",
        "use ProxyJump instead, or publish from a machine that reaches the host",
        thrown);
  }

  private TransportException ofProtocol(SshException said, Function<URIish, LoginWords> login) {
    String words = String.valueOf(said.getMessage());
    if (words.contains("Too many authentication failures")) {
      return login.apply(uri).tooMany(thrown);
    }
    return switch (said.getDisconnectCode()) {
      case SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE ->
          login.apply(uri).denied(thrown);
      case SshConstants.SSH2_DISCONNECT_KEY_EXCHANGE_FAILED ->
          new SshFailure(
              Code.PUB728,
              "is on a server with which Java shares no way to encrypt: " + Quoted.words(words),
              "allow the server one of the client's methods, too",
              thrown);
      case 0 -> endedAtOnce(words);
      default -> thrown;
    };
  }

  /** It went away without the farewell of the protocol, most likely because it speaks another. */
  private TransportException endedAtOnce(String words) {
    if (ENDED.stream().noneMatch(words::contains)) {
      return thrown;
    }
    return new SshFailure(
        Code.PUB728,
        "is at a server that ended the connection before it said anything of ssh",
        "check host and port of the address; without a port it is 22",
        thrown);
  }

  /** What happened, without the links around it, which name classes and futures only. */
  private TransportException as(IOException meaning) {
    String words = String.valueOf(meaning.getMessage());
    TransportException plain = new TransportException(uri, words, meaning);
    plain.addSuppressed(thrown);
    return plain;
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
