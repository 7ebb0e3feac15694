package io.tenantsmith.git.http;

import io.tenantsmith.surroundings.Validity;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A server's certificate that is not accepted, with what it says of itself. */
public final class CertificateRefusal extends CertificateException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String subject;
  private final String issuer;
  private final List<String> names;
  private final String validity;

  CertificateRefusal(X509Certificate[] chain, CertificateException cause) {
    super(cause.getMessage(), cause);
    this.reason = reasonOf(cause);
    this.subject = chain.length == 0 ? "" : chain[0].getSubjectX500Principal().getName();
    this.issuer =
        chain.length == 0 ? "" : chain[chain.length - 1].getIssuerX500Principal().getName();
    this.names = chain.length == 0 ? List.of() : namesOf(chain[0]);
    this.validity = validityOf(chain);
  }

  /** Why it is not accepted. */
  public enum Reason {
    /** Nobody who is trusted signed it. */
    UNKNOWN_AUTHORITY,
    /** Its time is over or has not come. */
    TIME,
    /** It is another host's. */
    OTHER_HOST
  }

  private static Reason reasonOf(Throwable thrown) {
    boolean path = false;
    @Nullable Throwable link = thrown;
    for (int i = 0; link != null && i < 10; i++) {
      if (link instanceof CertificateExpiredException
          || link instanceof CertificateNotYetValidException) {
        return Reason.TIME;
      }
      path |=
          link instanceof CertPathBuilderException || link instanceof CertPathValidatorException;
      link = link.getCause();
    }
    return path ? Reason.UNKNOWN_AUTHORITY : Reason.OTHER_HOST;
  }

  /** Of the certificate of the chain whose time is not now. */
  private static String validityOf(X509Certificate[] chain) {
    for (X509Certificate certificate : chain) {
      try {
        certificate.checkValidity();
      } catch (CertificateExpiredException | CertificateNotYetValidException e) {
        Validity validity = Validity.of(certificate);
        return "from " + validity.from() + " to " + validity.until();
      }
    }
    return "at another time";
  }

  private static List<String> namesOf(X509Certificate certificate) {
    try {
      Collection<List<?>> stated = certificate.getSubjectAlternativeNames();
      TreeSet<String> names = new TreeSet<>();
      if (stated != null) {
        // An entry is its kind and its value: 2 is a name of the DNS, 7 an address.
        stated.stream()
            .filter(entry -> entry.get(0).equals(2) || entry.get(0).equals(7))
            .forEach(entry -> names.add(String.valueOf(entry.get(1))));
      }
      return List.copyOf(names);
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }

  /** When it or one that signed it counts, if that is the reason. */
  public String validity() {
    return validity;
  }

  /** Why it is not accepted. */
  public Reason reason() {
    return reason;
  }

  /** Whose it is, as it says. */
  public String subject() {
    return subject;
  }

  /** Who signed the last certificate of the chain that the server sent. */
  public String issuer() {
    return issuer;
  }

  /** Whether nobody else signed it. */
  public boolean isSelfSigned() {
    return subject.equals(issuer);
  }

  /** The hosts that it is for. */
  public List<String> names() {
    return names;
  }
}
