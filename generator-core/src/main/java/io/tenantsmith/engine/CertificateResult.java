package io.tenantsmith.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code certificate} wrote.
 *
 * @param file where it is, relative to the fleet's root
 * @param removed the commit that removed the tenant, in full
 * @param certificate all that it says, in its order
 */
public record CertificateResult(
    String tenant, String file, String removed, Map<String, Object> certificate)
    implements CommandResult {

  private static final int SHORT = 7;

  /** Copies the map and keeps its order. */
  public CertificateResult {
    certificate = Collections.unmodifiableMap(new LinkedHashMap<>(certificate));
  }

  /** The commit that removed the tenant, in seven digits. */
  public String abbreviated() {
    return removed.substring(0, SHORT);
  }

  @Override
  public CommandName command() {
    return CommandName.CERTIFICATE;
  }

  @Override
  public <T> T printedBy(Printer<T> printer) {
    return printer.certified(this);
  }
}
