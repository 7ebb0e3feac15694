package io.tenantsmith.git;

import java.io.IOException;

/** A repository behind a URL cannot be used; says why in words for the user. */
public final class UnreachableException extends IOException {

  private static final long serialVersionUID = 1L;

  private final RemoteFailure failure;

  UnreachableException(RemoteFailure failure, IOException cause) {
    super(cause.getMessage(), cause);
    this.failure = failure;
  }

  /** Why, and what to do. */
  public RemoteFailure failure() {
    return failure;
  }
}
