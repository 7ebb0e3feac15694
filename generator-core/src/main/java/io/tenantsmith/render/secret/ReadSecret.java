package io.tenantsmith.render.secret;

import java.util.List;

/**
 * A Secret that the tenant reads from elsewhere and that follows its source.
 *
 * @param source what it is called there, apart from the tenant
 * @param entries what is read of it
 */
public record ReadSecret(String name, String source, List<Entry> entries) {

  /** API version of what external-secrets reads and writes. */
  public static final String API_VERSION = "external-secrets.io/v1";

  /** Kind of what asks for a Secret. */
  public static final String KIND = "ExternalSecret";

  /** Copies the list. */
  public ReadSecret {
    entries = List.copyOf(entries);
  }

  /**
   * One value.
   *
   * @param property what it is called at its source
   * @param key what it is called here
   */
  public record Entry(String property, String key) {}
}
