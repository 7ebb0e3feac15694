package io.tenantsmith.git.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file of certificates or keys that was named and cannot be used. */
public final class TrustProblem extends IOException {

  private static final long serialVersionUID = 1L;

  TrustProblem(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
