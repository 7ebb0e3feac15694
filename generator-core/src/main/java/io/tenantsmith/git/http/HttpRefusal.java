package io.tenantsmith.git.http;

import java.io.Serializable;
import java.net.SocketException;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/**
 * A server's answer that ends a run. It is a {@link SocketException}, because after any other one
 * JGit would try again with another kind of login.
 */
public final class HttpRefusal extends SocketException {

  private static final long serialVersionUID = 1L;

  private final Answer answer;

  HttpRefusal(Answer answer) {
    super((answer.status() + " " + answer.reason()).strip());
    this.answer = answer;
  }

  /**
   * What was asked and answered.
   *
   * @param url what was asked for
   * @param loginSent whether a login went with the request
   * @param location where a redirect leads, or null
   * @param challenge which logins the server offers, or null
   * @param words what the server says in plain text; may be empty
   */
  public record Answer(
      URL url,
      int status,
      String reason,
      boolean loginSent,
      @Nullable String location,
      @Nullable String challenge,
      String words)
      implements Serializable {}

  /** What was answered. */
  public Answer answer() {
    return answer;
  }

  /** Whether it was asked for a push. */
  public boolean isPush() {
    return answer.url().toString().contains("git-receive-pack");
  }
}
