package io.tenantsmith.publish;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.git.CommitId;
import io.tenantsmith.git.CommitTree;
import io.tenantsmith.git.InputHistory;
import io.tenantsmith.git.UnreachableException;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.publish.Published.Ending;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether our inputs may follow those that a branch holds: only the same or later ones do. What
 * cannot be told is refused, since an older publish would win over a newer one.
 */
final class Succession {

  private static final int SHORT = 12;

  private final PublishJob job;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private @Nullable Ending ending;
  private boolean replaces;

  Succession(PublishJob job) {
    this.job = job;
  }

  /** Judges one tree that the publish would follow. */
  void follow(CommitTree tree) throws IOException {
    boolean hasMetadata = tree.read(HydratorMetadata.PATH).isPresent();
    boolean hasIndex = tree.read(OwnershipIndex.PATH).isPresent();
    Optional<PublishedInput> published = HydratorMetadata.of(tree);
    if (published.isPresent() && hasIndex) {
      for (CommitId input : published.get().commits()) {
        follow(input);
      }
    } else if (hasIndex || hasMetadata) {
      end(Ending.REFUSED, withoutInput(hasIndex));
    }
  }

  /** How the publish ends already; empty if it goes on. */
  Optional<Ending> ending() {
    return Optional.ofNullable(ending);
  }

  List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  /** Whether an input is replaced because somebody said that it is meant. */
  boolean replaces() {
    return replaces;
  }

  private void follow(CommitId published) throws IOException {
    InputHistory.Order order = job.history().order(published, job.input().commit());
    switch (order) {
      case SAME, SUCCESSOR -> {}
      case PREDECESSOR -> end(Ending.SUPERSEDED, superseded(published));
      default -> {
        Optional<PublishTarget.Given<String>> permit = permit(published);
        if (permit.isPresent()) {
          replaces = true;
          say(replacing(published, permit.get()));
        } else {
          end(Ending.GUARD, refusal(published, order));
        }
      }
    }
  }

  /** A refusal is graver than being late, whatever is found first. */
  private void end(Ending how, Diagnostic why) {
    say(why);
    if (ending == null || ending == Ending.SUPERSEDED) {
      ending = how;
    }
  }

  private void say(Diagnostic diagnostic) {
    if (!diagnostics.contains(diagnostic)) {
      diagnostics.add(diagnostic);
    }
  }

  /** What says that a published input is meant to be replaced; empty if nothing does. */
  private Optional<PublishTarget.Given<String>> permit(CommitId published) {
    return named().stream().filter(id -> published.sha().startsWith(id.value())).findFirst();
  }

  private List<PublishTarget.Given<String>> named() {
    return job.target().guards().permits().replacedInputs();
  }

  private SourceRange place() {
    return job.target().destination().repository().place();
  }

  private Diagnostic superseded(CommitId published) {
    String fact = "the branch already holds the tree of input " + published.sha();
    return Diagnostic.note(
        Code.PUB705, place(), fact + ", which is newer than " + job.input().commit().sha());
  }

  private static Diagnostic replacing(CommitId published, PublishTarget.Given<String> permit) {
    String what = published.isKnown() ? "input " + published.sha() : "inputs of no repository";
    return Diagnostic.note(
        Code.PUB712,
        permit.place(),
        "the tree of " + what + " is replaced, as " + permit.name() + " says");
  }

  private Diagnostic refusal(CommitId published, InputHistory.Order order) {
    String held =
        published.isKnown()
            ? "the branch holds the tree of input " + published.sha()
            : "the branch holds a tree of inputs that were in no Git repository";
    return Diagnostic.error(
            Code.GRD803,
            named().stream().findFirst().map(PublishTarget.Given::place).orElseGet(this::place),
            held + ", " + doubt(published, order) + unasked(order) + others())
        .withHint(advice(order) + replaceOption(published));
  }

  /** The inputs that an option names, none of which is the published one. */
  private String others() {
    String ids = named().stream().map(PublishTarget.Given::value).collect(Collectors.joining(", "));
    return ids.isEmpty() ? "" : ", and " + ids + " named for this publish";
  }

  private String doubt(CommitId published, InputHistory.Order order) {
    String ours = job.input().commit().sha();
    return switch (order) {
      case DIVERGED -> "and ours, " + ours + ", does not descend from it";
      case BEYOND_SHALLOW -> "and this shallow clone does not tell whether " + ours + " is newer";
      case UNKNOWN_COMMIT ->
          "which this clone does not have, so " + ours + " is not known to be newer";
      default ->
          published.isKnown()
              ? "and ours are in no Git repository with a commit, so nothing tells which is newer"
              : "so nothing tells whether " + ours + " is newer";
    };
  }

  /** Why the origin of the inputs does not help, where it might have. */
  private String unasked(InputHistory.Order order) {
    return job.history()
        .problem()
        .filter(problem -> !order.isKnown())
        .map(
            problem ->
                problem instanceof UnreachableException unreachable
                    ? "its origin " + unreachable.failure().fact()
                    : Quoted.words(String.valueOf(problem.getMessage())))
        .map(words -> " (" + words + ")")
        .orElse("");
  }

  private static String advice(InputHistory.Order order) {
    return switch (order) {
      case DIVERGED -> "merge that commit and publish the merge; ";
      case BEYOND_SHALLOW ->
          "clone with the whole history (fetch-depth: 0, git fetch --unshallow); ";
      case UNKNOWN_COMMIT -> "fetch, and publish the newest commit of that history; ";
      default -> "";
    };
  }

  private static String replaceOption(CommitId published) {
    String id = published.sha().substring(0, SHORT);
    return ("to replace it all the same, run once: publish --replace-input " + id)
        + (" (-Dtenantsmith.replaceInput=" + id + ")");
  }

  private Diagnostic withoutInput(boolean hasIndex) {
    if (hasIndex) {
      String fact = "hydrator.metadata of the branch is missing or was edited, so it is not known";
      return Diagnostic.error(Code.PUB714, place(), fact + " which inputs the branch holds")
          .withHint(
              "restore it from the last commit that a publish made; an index.json that is not ours"
                  + " has to be moved away");
    }
    String fact = "hydrator.metadata of the branch is there without index.json: another tool's";
    return Diagnostic.error(Code.PUB714, place(), fact)
        .withHint("remove it from the branch if that tool is gone, else publish to another branch");
  }
}
