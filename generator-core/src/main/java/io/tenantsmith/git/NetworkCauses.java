package io.tenantsmith.git;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;

/** Reasons below any protocol: names, routes, ports and silence. */
final class NetworkCauses implements CauseReader {

  @Override
  public Optional<RemoteFailure> read(CauseChain chain) {
    if (chain.first(UnknownHostException.class).isPresent()) {
      return failure("no host has the name " + host(chain), "correct the name in the address");
    }
    if (isSilence(chain)) {
      String fact = host(chain) + " has not answered for " + chain.limit().toSeconds() + " s";
      return failure(fact, "see whether the server is well and no firewall drops the connection");
    }
    if (chain.first(NoRouteToHostException.class).isPresent()) {
      return failure("no network leads to " + host(chain), "check the network, VPN or firewall");
    }
    if (chain.first(ConnectException.class).isPresent()) {
      String reason = chain.says("refused") ? "connection refused" : chain.words();
      return failure(
          "nothing listens at " + host(chain) + port(chain) + " (" + Quoted.words(reason) + ")",
          "check host and port of the address, and whether the server is up");
    }
    return Optional.empty();
  }

  /** Java and JGit each have their own exception for it. */
  private static boolean isSilence(CauseChain chain) {
    return chain.first(SocketTimeoutException.class).isPresent()
        || (chain.first(InterruptedIOException.class).isPresent() && chain.says("timed out"));
  }

  private static Optional<RemoteFailure> failure(String fact, String hint) {
    return Optional.of(RemoteFailure.passing(Code.PUB701, "cannot be reached: " + fact, hint));
  }

  private static String host(CauseChain chain) {
    return Quoted.words(String.valueOf(chain.uri().getHost()));
  }

  private static String port(CauseChain chain) {
    return chain.uri().getPort() < 0 ? "" : ":" + chain.uri().getPort();
  }
}
