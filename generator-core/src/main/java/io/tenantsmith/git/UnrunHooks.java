package io.tenantsmith.git;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.util.FS;

/**
 * Hooks of a repository on this machine. Git runs them when it receives a push; we start no program
 * of anybody, so that a policy in a hook would be passed by.
 */
final class UnrunHooks {

  private static final List<String> DECIDE =
      List.of("pre-receive", "update", "proc-receive", "reference-transaction");
  private static final List<String> FOLLOW = List.of("post-receive", "post-update");

  private UnrunHooks() {}

  /** An error for hooks that may refuse a push, a warning for those that only come after. */
  static List<Diagnostic> in(Repository repository, Machine machine) {
    List<String> decide = found(repository, DECIDE);
    if (!decide.isEmpty()) {
      return List.of(
          Diagnostic.error(
                  Code.PUB724,
                  machine.place(),
                  "the repository has hooks that decide on a push, and through a path they do not"
                      + " run: "
                      + String.join(", ", decide))
              .withHint("publish by ssh or https, where the server runs them"));
    }
    List<String> follow = found(repository, FOLLOW);
    return follow.isEmpty()
        ? List.of()
        : List.of(
            Diagnostic.warning(
                    Code.PUB724,
                    machine.place(),
                    "the repository has hooks that follow a push, and through a path they do not"
                        + " run: "
                        + String.join(", ", follow))
                .withHint("publish by ssh or https, where the server runs them"));
  }

  private static List<String> found(Repository repository, List<String> names) {
    List<String> found = new ArrayList<>();
    for (String name : names) {
      File hook = FS.DETECTED.findHook(repository, name);
      if (hook != null && hook.isFile()) {
        found.add(Quoted.words(name));
      }
    }
    return found;
  }
}
