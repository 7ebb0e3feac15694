package io.tenantsmith.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is made of a chain of exceptions, without a network. */
class RemoteFailuresTest {

  private static final String ADDRESS = "https://git.example.com:8443/platform/gitops.git";

  @ParameterizedTest
  @MethodSource
  void aKnownCauseHasItsOwnWords(Exception cause, String fact) throws Exception {
    RemoteFailure failure = RemoteFailures.of(wrapped("connection failed", cause), uri());
    assertThat(failure.code()).isEqualTo(Code.PUB701);
    assertThat(failure.fact()).isEqualTo("cannot be reached: " + fact);
    assertThat(failure.hint()).isNotBlank();
    assertThat(failure.passing()).isTrue();
  }

  static Stream<Arguments> aKnownCauseHasItsOwnWords() {
    return Stream.of(
        Arguments.of(
            new UnknownHostException("git.example.com"), "no host has the name git.example.com"),
        Arguments.of(
            new SocketTimeoutException("Read timed out"),
            "git.example.com has not answered for 30 s"),
        Arguments.of(
            new ConnectException("Connection refused"),
            "nothing listens at git.example.com:8443 (connection refused)"));
  }

  @Test
  void aDeepCauseIsSaidWholeAndTheAddressIsNot() throws Exception {
    String reason = "the reason of it all stands far behind, ".repeat(5) + "in the last word: here";
    IOException deep = new IOException("reading failed", new IOException(reason));
    assertThat(RemoteFailures.of(wrapped("cannot open git-upload-pack", deep), uri()).fact())
        .isEqualTo("cannot be reached: cannot open git-upload-pack: reading failed: " + reason)
        .doesNotContain(ADDRESS);
  }

  @Test
  void whatIsSaidTwiceIsPrintedOnce() throws Exception {
    IOException cause = new IOException("Session.connect: Reset", new IOException("Reset"));
    assertThat(RemoteFailures.of(wrapped("Session.connect: Reset", cause), uri()).fact())
        .isEqualTo("cannot be reached: Session.connect: Reset");
  }

  @Test
  void aServerCannotSpeakToTheTerminalNorForEver() throws Exception {
    IOException cause = new IOException("\u001b[31mred\nline" + "x".repeat(10_000));
    assertThat(RemoteFailures.of(cause, uri()).fact())
        .contains("\\u{1B}[31mred\\nline")
        .doesNotContain("\u001b", "\n")
        .hasSizeLessThan(700);
  }

  @Test
  void nameOfAClassIsNoReason() throws Exception {
    assertThat(RemoteFailures.of(wrapped("cannot open", new IOException()), uri()).fact())
        .isEqualTo("cannot be reached: cannot open");
    assertThat(RemoteFailures.of(new IOException((String) null), uri()).fact())
        .isEqualTo("cannot be reached: no reason was given");
    IOException made = new IOException(new IOException("gone"));
    assertThat(RemoteFailures.of(made, uri()).fact()).isEqualTo("cannot be reached: gone");
  }

  @Test
  void aChainMayBeACircle() throws Exception {
    IOException first = new IOException("first");
    first.initCause(new IOException("second", first));
    assertThat(RemoteFailures.of(first, uri()).fact()).contains("first: second");
  }

  private static TransportException wrapped(String what, Exception cause) throws Exception {
    return new TransportException(uri(), what, cause);
  }

  private static URIish uri() throws Exception {
    return new URIish(ADDRESS);
  }
}
