package io.tenantsmith.planning.side;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.Front;
import io.tenantsmith.git.CommitId;
import io.tenantsmith.git.InputCommits;
import java.io.IOException;
import java.util.Optional;

/** The commit that somebody named as the base. */
record NamedCommit(String name, Front front) {

  /** Looks it up; the diagnostic says how to get what is not here. */
  Result<CommitId> in(Optional<InputCommits> commits) throws IOException {
    if (commits.isEmpty()) {
      return failed(
          Code.PLN982,
          "the fleet lies in no Git repository, so there is no " + quoted() + " to compare with",
          "run in a clone of the repository of the inputs, or compare with the output folder: "
              + output(front));
    }
    InputCommits.Resolved resolved = commits.get().resolve(name);
    return switch (resolved.answer()) {
      case FOUND -> Result.of(resolved.commit());
      case UNKNOWN ->
          failed(
              Code.PLN981,
              quoted() + " is no branch, tag or commit of this repository",
              "fetch it: git fetch origin; a branch of a remote is named like origin/main");
      case BEYOND_SHALLOW ->
          failed(
              Code.PLN983,
              quoted() + " is not in this shallow clone",
              "fetch all of it: git fetch --unshallow, in GitHub Actions fetch-depth: 0 of"
                  + " actions/checkout");
      case AMBIGUOUS ->
          failed(Code.PLN981, quoted() + " begins the ids of several objects", "give more digits");
      case NO_COMMIT ->
          failed(
              Code.PLN981,
              quoted() + " is in this repository, but it is no commit",
              "name a branch, a tag or a commit");
      case MALFORMED ->
          failed(
              Code.PLN981,
              quoted() + " has not the form of a commit's name",
              "name one commit, for instance origin/main or HEAD~1");
    };
  }

  private String quoted() {
    return Quoted.quote(name);
  }

  /** The inputs of the commit cannot be used, and without them there is nothing to compare with. */
  Diagnostic unreadable(String why) {
    return Diagnostic.error(
            Code.PLN984, SourceRange.ofFile(front.option("base")), quoted() + ": " + why)
        .withHint("name another commit, or compare with the output folder: " + output(front));
  }

  /** How the output folder is named as the base. */
  static String output(Front front) {
    return switch (front) {
      case LAUNCHER -> "--base output";
      case MAVEN -> "-Dtenantsmith.base=output";
    };
  }

  private Result<CommitId> failed(Code code, String fact, String hint) {
    return Result.failed(
        Diagnostic.error(code, SourceRange.ofFile(front.option("base")), fact).withHint(hint));
  }
}
