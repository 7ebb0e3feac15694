package io.tenantsmith.git;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.transport.URIish;

/** Turns an exception of a transport into what the user has to know: the one place that does. */
final class RemoteFailures {

  /** Who knows most about the link asks first. */
  private static final List<CauseReader> READERS =
      List.of(
          new SshCauses(),
          new CertificateCauses(),
          new ProxyCauses(),
          new HttpCauses(),
          new NetworkCauses());

  private RemoteFailures() {}

  static RemoteFailure of(Throwable thrown, URIish uri) {
    return of(thrown, uri, Transports.LIMIT);
  }

  static RemoteFailure of(Throwable thrown, URIish uri, Duration limit) {
    CauseChain chain = CauseChain.of(thrown, uri, limit);
    for (CauseReader reader : READERS) {
      Optional<RemoteFailure> known = reader.read(chain);
      if (known.isPresent()) {
        return known.get();
      }
    }
    return RemoteFailure.passing(
        Code.PUB701,
        "cannot be reached: " + Quoted.words(chain.words()),
        "check the address, the network and the credentials, then publish again");
  }
}
