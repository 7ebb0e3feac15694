package io.tenantsmith.publish;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.git.PushAnswer;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes what went wrong with the repository, in one line that says what to do. */
record PushDiagnostics(PublishTarget target) {

  private static final int SERVER_LINES = 4;

  Diagnostic unreachable(String words) {
    String shown = target.destination().display();
    String fact = "publish.repository " + shown + " cannot be reached: " + Quoted.escape(words);
    return Diagnostic.error(Code.PUB701, target.place(), fact)
        .withHint("check the address, the network and the credentials, then publish again");
  }

  Diagnostic refused(PublishAttempt last) {
    String fact = target.destination().display() + " refused the push" + serverWords(last);
    return Diagnostic.error(Code.PUB703, target.place(), fact)
        .withHint("see whether the branch is protected, or use publish.mode: branch");
  }

  Diagnostic lost(String fact, @Nullable PublishAttempt last) {
    return Diagnostic.error(Code.PUB704, target.place(), fact + serverWords(last))
        .withHint("publish again; nothing was changed");
  }

  Diagnostic failed(Code code, IOException cause) {
    String words = Quoted.escape(String.valueOf(cause.getMessage()));
    return Diagnostic.error(
        code,
        target.place(),
        code.title() + ": " + cause.getClass().getSimpleName() + ": " + words);
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
            .map(Quoted::quote)
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "" : "; it says " + words;
  }
}
