package io.tenantsmith.surroundings;

import java.io.IOException;

/** What names a proxy cannot be used; the message does not repeat it, since it may hold a login. */
public final class ProxyProblem extends IOException {

  private static final long serialVersionUID = 1L;

  ProxyProblem(String message) {
    super(message);
  }
}
