package io.tenantsmith.plan;

import java.util.Locale;

/** What becomes of a tenant, an object or a file. */
public enum Fate {
  /** It is not in the base. */
  ADDED("+"),
  /** It is in both and differs. */
  CHANGED("~"),
  /** It is in the base only. */
  REMOVED("-");

  private final String sign;

  Fate(String sign) {
    this.sign = sign;
  }

  /** The sign in front of it in texts. */
  public String sign() {
    return sign;
  }

  /** The word in reports, for instance {@code added}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
