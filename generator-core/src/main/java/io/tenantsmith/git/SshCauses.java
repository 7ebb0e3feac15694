package io.tenantsmith.git;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.git.ssh.SshFailure;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;

/** Reasons that only ssh has: no session, or a host that does not hand out the repository. */
final class SshCauses implements CauseReader {

  /** What JGit says where the host said nothing. */
  private static final String WORDLESS = "not found.";

  @Override
  public Optional<RemoteFailure> read(CauseChain chain) {
    Optional<RemoteFailure> noSession =
        chain
            .first(SshFailure.class)
            .map(known -> RemoteFailure.lasting(known.code(), known.fact(), known.hint()));
    return noSession.or(() -> isSsh(chain) ? afterLogin(chain) : Optional.empty());
  }

  private static Optional<RemoteFailure> afterLogin(CauseChain chain) {
    if (chain.says("cannot execute")) {
      return notGiven(
          "is on a host that cannot run Git: " + said(chain), "install Git on the host");
    }
    if (chain.says("push not permitted")) {
      // JGit looks whether reading works before it says so, and drops the words of the host.
      return notGiven(
          "may be read with our key, but not written",
          "let the key write; at many hosts a deploy key is read-only unless a box is ticked");
    }
    if (chain.first(NoRemoteRepositoryException.class).isEmpty()) {
      return Optional.empty();
    }
    String words = said(chain);
    boolean missing =
        Stream.of("does not appear to be a git", "not found", "does not exist", "No such")
            .anyMatch(words::contains);
    return missing && !words.equals(WORDLESS)
        ? notGiven(
            "is not on the host, or hidden from our key: it says \"" + words + '"',
            "correct the path, or let the key read and write there")
        : notGiven(
            "is refused by the host"
                + (words.equals(WORDLESS) ? " without a word" : ": it says \"" + words + '"'),
            "see at the host what the key may do; it must read and write");
  }

  private static Optional<RemoteFailure> notGiven(String fact, String hint) {
    return Optional.of(RemoteFailure.lasting(Code.PUB729, fact, hint));
  }

  /** The outermost link: below it stands only that the stream ended. */
  private static String said(CauseChain chain) {
    return Quoted.words(
        new CauseChain(chain.links().subList(0, 1), chain.uri(), chain.limit()).words());
  }

  private static boolean isSsh(CauseChain chain) {
    String scheme = chain.uri().getScheme();
    return chain.uri().getHost() != null && (scheme == null || scheme.equals("ssh"));
  }
}
