package io.tenantsmith.git;

import static java.net.HttpURLConnection.HTTP_ENTITY_TOO_LARGE;
import static java.net.HttpURLConnection.HTTP_FORBIDDEN;
import static java.net.HttpURLConnection.HTTP_NOT_FOUND;
import static java.net.HttpURLConnection.HTTP_OK;
import static java.net.HttpURLConnection.HTTP_UNAUTHORIZED;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.git.http.HttpRefusal;
import java.util.Optional;

/** What a server means by its status. */
final class HttpCauses implements CauseReader {

  private static final int TOO_MANY_REQUESTS = 429;

  @Override
  public Optional<RemoteFailure> read(CauseChain chain) {
    Optional<RemoteFailure> known = chain.first(HttpRefusal.class).map(HttpCauses::meaning);
    return known.isEmpty() && chain.says("authentication not supported")
        ? Optional.of(otherLogin("Negotiate"))
        : known;
  }

  private static RemoteFailure meaning(HttpRefusal refusal) {
    int status = refusal.answer().status();
    return switch (status) {
      case HTTP_OK -> noGit();
      case HTTP_UNAUTHORIZED -> login(refusal);
      case HTTP_FORBIDDEN -> forbidden(refusal);
      case HTTP_NOT_FOUND -> missing(refusal);
      case HTTP_ENTITY_TOO_LARGE ->
          PushTooLarge.failure("refuses a push of this size (413)" + said(refusal));
      default -> status < 400 ? MovedRepository.failure(refusal.answer()) : other(refusal, status);
    };
  }

  private static RemoteFailure login(HttpRefusal refusal) {
    HttpRefusal.Answer answer = refusal.answer();
    if (answer.loginSent()) {
      return RemoteFailure.lasting(
          Code.PUB717,
          "does not take the login (401)" + said(refusal),
          "check "
              + PasswordLogin.SOURCES
              + "; a token may be expired. It was sent once, so that no account gets locked");
    }
    String challenge = String.valueOf(answer.challenge());
    boolean known = challenge.isEmpty() || challenge.matches("(?i).*\\b(basic|digest)\\b.*");
    return known
        ? RemoteFailure.lasting(
            Code.PUB717,
            "asks for a login, and none is given (401)" + said(refusal),
            "set " + PasswordLogin.SOURCES)
        : otherLogin(challenge);
  }

  private static RemoteFailure otherLogin(String kinds) {
    return RemoteFailure.lasting(
        Code.PUB717,
        "asks for a login by " + Quoted.words(kinds) + ", which is not supported (401)",
        "have it take a token as password (basic), or publish by ssh");
  }

  private static RemoteFailure forbidden(HttpRefusal refusal) {
    String action = refusal.isPush() ? "write" : "read";
    boolean known = refusal.answer().loginSent();
    return RemoteFailure.lasting(
        Code.PUB718,
        (known ? "does not let this login " : "asks for no login and lets nobody ")
            + action
            + " (403)"
            + said(refusal),
        known
            ? "give the user or token the right to " + action + " this repository"
            : "see what its words ask for; a login is sent only to a server that asks for one");
  }

  private static RemoteFailure missing(HttpRefusal refusal) {
    return RemoteFailure.lasting(
        Code.PUB702,
        "is not there (404)" + said(refusal),
        "check the path, and make the repository; "
            + "some servers say this to a login that may not see it");
  }

  private static RemoteFailure noGit() {
    return RemoteFailure.lasting(
        Code.PUB702,
        "is no Git repository: the server answers with a page",
        "write the address that the server shows for a clone by https");
  }

  private static RemoteFailure other(HttpRefusal refusal, int status) {
    String reason = Quoted.words(String.valueOf(refusal.getMessage()));
    if (status >= 500 || status == TOO_MANY_REQUESTS) {
      return RemoteFailure.passing(
          Code.PUB721,
          "failed: the server answers " + reason + said(refusal),
          "publish again later; if it stays so, ask the server's owner");
    }
    return RemoteFailure.lasting(
        Code.PUB701,
        "cannot be used: the server answers " + reason + said(refusal),
        "ask the server's owner what it means");
  }

  private static String said(HttpRefusal refusal) {
    String words = refusal.answer().words();
    return words.isEmpty() ? "" : "; it says \"" + Quoted.words(words) + '"';
  }
}
