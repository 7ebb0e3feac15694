package io.tenantsmith.git;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.git.http.ProxyRefusal;
import io.tenantsmith.surroundings.ProxyProblem;
import java.util.Optional;

/** Reasons of the proxy on the way. */
final class ProxyCauses implements CauseReader {

  private static final int LOGIN_ASKED = 407;

  @Override
  public Optional<RemoteFailure> read(CauseChain chain) {
    Optional<ProxyProblem> problem = chain.first(ProxyProblem.class);
    if (problem.isPresent()) {
      String words = Quoted.words(String.valueOf(problem.get().getMessage()));
      return failure(
          "is not asked: " + words, "name the proxy as http://host:port, or except the server");
    }
    return chain.first(ProxyRefusal.class).flatMap(ProxyCauses::refused);
  }

  private static Optional<RemoteFailure> refused(ProxyRefusal refusal) {
    String proxy = "the proxy " + Quoted.words(refusal.proxy());
    String words = Quoted.words(String.valueOf(refusal.getMessage()));
    String from = "it comes from https.proxyHost, HTTPS_PROXY or Maven's settings; ";
    if (refusal.status() == 0) {
      return failure(
          "cannot be reached: " + proxy + " does not answer: " + words,
          from + "NO_PROXY takes a server out");
    }
    if (refusal.status() == LOGIN_ASKED) {
      return failure(
          "cannot be reached: " + proxy + " asks for a login (407)",
          "write it as http://user:password@host:port in HTTPS_PROXY, special characters as %40");
    }
    return failure(
        "cannot be reached: " + proxy + " refuses the way there: \"" + words + '"',
        from + "ask its owner, or take the server out by NO_PROXY");
  }

  private static Optional<RemoteFailure> failure(String fact, String hint) {
    return Optional.of(RemoteFailure.lasting(Code.PUB719, fact, hint));
  }
}
