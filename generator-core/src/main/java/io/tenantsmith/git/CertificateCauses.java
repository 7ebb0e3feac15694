package io.tenantsmith.git;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.git.http.CertificateRefusal;
import io.tenantsmith.git.http.TrustProblem;
import io.tenantsmith.git.http.TrustedServers;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Reasons why no TLS came about. */
final class CertificateCauses implements CauseReader {

  @Override
  public Optional<RemoteFailure> read(CauseChain chain) {
    Optional<CertificateRefusal> refusal = chain.first(CertificateRefusal.class);
    if (refusal.isPresent()) {
      return Optional.of(refused(refusal.get(), chain));
    }
    Optional<TrustProblem> problem = chain.first(TrustProblem.class);
    if (problem.isPresent()) {
      String fact = "is not asked: " + Quoted.words(String.valueOf(problem.get().getMessage()));
      return failure(Code.PUB715, fact, "name a file of certificates in PEM form, or unset it");
    }
    if (chain.first(SSLException.class).isPresent() && chain.says("Unsupported or unrecognized")) {
      return failure(
          Code.PUB701,
          "cannot be reached: what listens there speaks no TLS",
          "check the port; plain http is refused");
    }
    return chain
        .first(SSLException.class)
        .map(
            ssl ->
                RemoteFailure.passing(
                    Code.PUB701,
                    "cannot be reached: no TLS came about: "
                        + Quoted.words(CauseChain.of(ssl, chain.uri(), chain.limit()).words()),
                    "see whether the server, or what stands before it, is well"));
  }

  private static RemoteFailure refused(CertificateRefusal refusal, CauseChain chain) {
    return switch (refusal.reason()) {
      case UNKNOWN_AUTHORITY -> unknown(refusal);
      case TIME ->
          RemoteFailure.lasting(
              Code.PUB716,
              "has a certificate that is not valid now: " + refusal.validity(),
              "have the server's certificate renewed; if its dates are right, this clock is wrong");
      case OTHER_HOST ->
          RemoteFailure.lasting(
              Code.PUB716,
              "has a certificate of another host: it is for "
                  + Quoted.words(hosts(refusal))
                  + ", not for "
                  + Quoted.words(String.valueOf(chain.uri().getHost())),
              "write a name of the certificate in the address, or have a certificate made");
    };
  }

  private static RemoteFailure unknown(CertificateRefusal refusal) {
    String signed =
        refusal.isSelfSigned()
            ? "signed by itself, " + refusal.subject()
            : "signed by " + refusal.issuer();
    String variable = TrustedServers.VARIABLES.get(0);
    return RemoteFailure.lasting(
        Code.PUB715,
        "has a certificate that is not trusted; it is " + Quoted.words(signed),
        "if that is your company's authority, set "
            + variable
            + " to its certificate in PEM form; else somebody may listen between");
  }

  private static String hosts(CertificateRefusal refusal) {
    return refusal.names().isEmpty() ? refusal.subject() : String.join(", ", refusal.names());
  }

  private static Optional<RemoteFailure> failure(Code code, String fact, String hint) {
    return Optional.of(RemoteFailure.lasting(code, fact, hint));
  }
}
