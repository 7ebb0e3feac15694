package io.tenantsmith.publish;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.DiskWords;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.git.InputHistory;
import io.tenantsmith.git.PushAnswer;
import io.tenantsmith.git.RefusedPush;
import io.tenantsmith.git.RemoteFailure;
import io.tenantsmith.git.UnreachableException;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes what went wrong with the repository, in one line that says what to do. */
record PushDiagnostics(PublishTarget target) {

  private static final int SERVER_LINES = 20;

  Diagnostic unreachable(RemoteFailure failure) {
    return unreachable(failure, "");
  }

  private Diagnostic unreachable(RemoteFailure failure, String words) {
    PublishTarget.Given<String> repository = target.destination().repository();
    String fact =
        repository.name() + " " + target.destination().display() + " " + failure.fact() + words;
    return Diagnostic.error(failure.code(), repository.place(), fact).withHint(failure.hint());
  }

  Diagnostic refused(PublishAttempt last) {
    Optional<UnreachableException> broken = last.answer().flatMap(PushAnswer::cause);
    String words = last.answer().map(PushAnswer::words).orElse("");
    return unreachable(
        broken.map(UnreachableException::failure).orElseGet(() -> RefusedPush.of(words)),
        serverWords(last));
  }

  Diagnostic lost(String fact, @Nullable PublishAttempt last) {
    Optional<UnreachableException> broken =
        Optional.ofNullable(last).flatMap(PublishAttempt::answer).flatMap(PushAnswer::cause);
    if (broken.isPresent()) {
      return unreachable(broken.get().failure(), serverWords(last));
    }
    return at(Code.PUB704, fact + serverWords(last)).withHint("publish again; nothing was changed");
  }

  Diagnostic failed(Code code, IOException cause) {
    String hint =
        code == Code.PUB710
            ? InputHistory.REPAIR
            : "check its permissions and the free space, then try again: the branch stands where"
                + " it stood";
    return at(code, code.title() + ": " + DiskWords.withPlace(cause)).withHint(hint);
  }

  private Diagnostic at(Code code, String fact) {
    return Diagnostic.error(code, target.destination().repository().place(), fact);
  }

  private static String serverWords(@Nullable PublishAttempt last) {
    String words =
        Optional.ofNullable(last)
            .flatMap(PublishAttempt::answer)
            .map(PushAnswer::words)
            .orElse("")
            .lines()
            .filter(line -> !line.isBlank())
            .limit(SERVER_LINES)
            .map(line -> '"' + Quoted.words(line) + '"')
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "" : "; it says " + words;
  }
}
