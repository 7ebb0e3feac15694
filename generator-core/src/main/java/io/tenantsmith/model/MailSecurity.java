package io.tenantsmith.model;

import java.util.Optional;

/** How the connection to a mail relay is encrypted; it always is. */
public enum MailSecurity implements Labelled {
  /** From the first byte. */
  TLS,
  /** After a greeting in clear; a relay that does not offer it is not used. */
  STARTTLS;

  /** The kind of that word. */
  public static Optional<MailSecurity> of(String label) {
    for (MailSecurity security : values()) {
      if (security.label().equals(label)) {
        return Optional.of(security);
      }
    }
    return Optional.empty();
  }
}
