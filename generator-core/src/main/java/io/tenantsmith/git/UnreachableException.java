package io.tenantsmith.git;

import java.io.IOException;

/** A repository behind a URL does not answer. */
public final class UnreachableException extends IOException {

  private static final long serialVersionUID = 1L;

  UnreachableException(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
