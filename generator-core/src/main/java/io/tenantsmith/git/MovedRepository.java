package io.tenantsmith.git;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.git.http.HttpRefusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A redirect that is not followed. */
final class MovedRepository {

  /** What Git asks for below the address of a repository. */
  private static final Pattern ASKED =
      Pattern.compile("/(info/refs|git-upload-pack|git-receive-pack)([?#].*)?$");

  private MovedRepository() {}

  static RemoteFailure failure(HttpRefusal.Answer answer) {
    String target = target(answer);
    if (target == null) {
      return RemoteFailure.lasting(
          Code.PUB720,
          "leads elsewhere (" + answer.status() + "), and the server does not say where",
          "ask the server's owner for the address of today");
    }
    if (target.toLowerCase(Locale.ROOT).startsWith("http:")) {
      return RemoteFailure.lasting(
          Code.PUB720,
          "leads to " + shown(target) + ", where everything would be sent in clear",
          "write an https address; plain http is refused");
    }
    Matcher asked = ASKED.matcher(target);
    if (!asked.find()) {
      return RemoteFailure.lasting(
          Code.PUB720,
          "leads to " + shown(target) + ", which is no repository, perhaps a page to sign in",
          "check the path and the login");
    }
    return RemoteFailure.lasting(
        Code.PUB720,
        "has moved to " + shown(target.substring(0, asked.start())),
        "write that address if the login is meant for that host too;"
            + " it was not sent there, since no redirect to another host is followed");
  }

  /** A redirect that was followed, since it stays at the server that the login is for. */
  static Diagnostic note(String to, SourceRange place) {
    return Diagnostic.warning(
            Code.PUB720, place, "the repository has moved to " + shown(to) + " at the same server")
        .withHint("write that address; a redirect may end");
  }

  private static @Nullable String target(HttpRefusal.Answer answer) {
    String location = answer.location();
    if (location == null || location.isBlank()) {
      return null;
    }
    try {
      return answer.url().toURI().resolve(new URI(location)).toString();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }

  /** Where a redirect leads may hold a token. */
  private static String shown(String target) {
    return Quoted.words(RepositoryAddress.of(target).display());
  }
}
