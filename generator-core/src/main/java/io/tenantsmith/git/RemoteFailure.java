package io.tenantsmith.git;

import io.tenantsmith.diagnostic.Code;
import java.io.Serializable;

/**
 * Why a repository behind a URL could not be used, in words of our own.
 *
 * @param fact what is wrong; the address stands before it already
 * @param hint what to do about it
 * @param passing whether another attempt in a moment may succeed
 */
public record RemoteFailure(Code code, String fact, String hint, boolean passing)
    implements Serializable {

  /** A failure that stays until somebody does something. */
  static RemoteFailure lasting(Code code, String fact, String hint) {
    return new RemoteFailure(code, fact, hint, false);
  }

  /** A failure that may be over in a moment. */
  static RemoteFailure passing(Code code, String fact, String hint) {
    return new RemoteFailure(code, fact, hint, true);
  }
}
