package io.tenantsmith.model;

import java.util.List;
import java.util.Optional;

/** The mail relay of a cluster, as names for its {@link MailKeys values}. */
public record MailRelay(Settings settings) {

  /** Its host. */
  public HostName host() {
    return settings.get(MailKeys.HOST);
  }

  /** TCP port of it. */
  public int port() {
    return settings.get(MailKeys.PORT);
  }

  /** Address that mail comes from. */
  public String from() {
    return settings.get(MailKeys.FROM);
  }

  /** How the connection is encrypted. */
  public MailSecurity security() {
    return settings.get(MailKeys.SECURITY);
  }

  /**
   * Secret of admin-apps with {@code username} and {@code password}; empty where the relay asks for
   * none.
   */
  public Optional<String> secret() {
    return settings.value(MailKeys.SECRET);
  }

  /** Ranges of its addresses beyond the public ones. */
  public List<String> cidrs() {
    return settings.get(MailKeys.CIDRS);
  }
}
