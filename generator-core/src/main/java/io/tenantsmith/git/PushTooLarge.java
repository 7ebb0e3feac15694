package io.tenantsmith.git;

import io.tenantsmith.diagnostic.Code;

/** A push that exceeds a limit of the server or of what stands before it. */
final class PushTooLarge {

  private PushTooLarge() {}

  static RemoteFailure failure(String fact) {
    return RemoteFailure.lasting(
        Code.PUB722,
        fact,
        "have the limit raised: receive.maxInputSize of Git, client_max_body_size of an nginx"
            + " before it, or the limit of the forge");
  }
}
