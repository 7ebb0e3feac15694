package io.tenantsmith.surroundings;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The days from which and to which a certificate counts, in UTC. The JDK gives them as {@code
 * Date}, which speaks in the zone of the machine.
 */
public record Validity(LocalDate from, LocalDate until) {

  /** What the certificate says. */
  public static Validity of(X509Certificate certificate) {
    return new Validity(
        day(certificate.getNotBefore().toInstant()), day(certificate.getNotAfter().toInstant()));
  }

  private static LocalDate day(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
