package io.tenantsmith.model;

import static io.tenantsmith.model.Form.word;

import java.util.List;

/**
 * The relay for mail of the platform and of tenants' sites, in the order of the schema. A cluster
 * that states any of them has nothing of the fleet's.
 */
public final class MailKeys {

  private static final int STARTTLS_PORT = 587;
  private static final int TLS_PORT = 465;

  /** Host of the relay; without it there is no mail. */
  public static final Key<HostName> HOST = stated("mail.host", Form.HOST);

  /** Address that mail comes from; without it there is no mail. */
  public static final Key<String> FROM = stated("mail.from", Form.MAIL);

  /** How the connection is encrypted. */
  public static final Key<MailSecurity> SECURITY =
      stated("mail.security", word(MailSecurity::of)).otherwise(MailSecurity.STARTTLS);

  /** TCP port of the relay. */
  public static final Key<Integer> PORT =
      stated("mail.port", Form.WHOLE)
          .from(s -> s.get(SECURITY) == MailSecurity.TLS ? TLS_PORT : STARTTLS_PORT);

  /** Secret with user name and password; may be left out. */
  public static final Key<String> SECRET = stated("mail.secret", Form.DOTTED);

  /** Ranges of the relay's addresses beyond the public ones. */
  public static final Key<List<String>> CIDRS =
      stated("mail.cidrs", Form.RANGES).otherwise(List.of());

  /** All of them; the default of the port follows from the security before it. */
  public static final List<Key<?>> ALL = List.of(HOST, FROM, SECURITY, PORT, SECRET, CIDRS);

  private MailKeys() {}

  private static <T> Key<T> stated(String path, Form<T> form) {
    return Key.of(path, form).in(Document.FLEET, Document.CLUSTER);
  }
}
