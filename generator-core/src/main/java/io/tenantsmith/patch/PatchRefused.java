package io.tenantsmith.patch;

import java.io.Serial;

/**
 * Says why a patch cannot be applied. It never leaves the package: {@link Patching} makes a
 * diagnostic of it.
 */
final class PatchRefused extends Exception {

  @Serial private static final long serialVersionUID = 1;

  PatchRefused(String fact) {
    super(fact);
  }

  String fact() {
    return String.valueOf(getMessage());
  }
}
