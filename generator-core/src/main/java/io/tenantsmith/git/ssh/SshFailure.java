package io.tenantsmith.git.ssh;

import io.tenantsmith.diagnostic.Code;
import java.io.Serial;
import org.eclipse.jgit.errors.TransportException;
import org.jspecify.annotations.Nullable;

/** No session came about, for a reason that can be told in words of our own. */
public final class SshFailure extends TransportException {

  @Serial private static final long serialVersionUID = 1L;

  private final Code code;
  private final String fact;
  private final String hint;

  SshFailure(Code code, String fact, String hint, @Nullable Throwable cause) {
    super(fact, cause);
    this.code = code;
    this.fact = fact;
    this.hint = hint;
  }

  public Code code() {
    return code;
  }

  /** What is wrong; the address stands before it already. */
  public String fact() {
    return fact;
  }

  /** What to do about it. */
  public String hint() {
    return hint;
  }
}
