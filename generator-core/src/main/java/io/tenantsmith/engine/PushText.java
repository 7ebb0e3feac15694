package io.tenantsmith.engine;

import static io.tenantsmith.engine.SummaryText.count;

import java.util.Optional;

/** The line of a summary that says what a publish put where. */
final class PushText {

  private PushText() {}

  /** None where a guard or a failure ended it, which diagnostics say. */
  static Optional<String> line(PublishResult.Push push) {
    String place = push.to().branch() + " in " + push.to().repository();
    return switch (push.ending()) {
      case PUSHED ->
          line("committed", push.commits().abbreviated() + " to " + place, committed(push));
      case NOTHING_TO_COMMIT -> line("unchanged", place, "already current, no commit");
      case SUPERSEDED -> line("unchanged", place, "superseded by a newer publish");
      default -> Optional.empty();
    };
  }

  private static Optional<String> line(String name, String fact, String remark) {
    return Optional.of(SummaryText.line(name, fact, remark));
  }

  /** How much of the tree changed, and what the commit cannot say of its inputs. */
  private static String committed(PublishResult.Push push) {
    CommandResult.FileChanges files = push.files();
    int changed = files.created() + files.changed() + files.removed();
    PublishResult.Input input = push.commits().input();
    String origin = input.isCommitted() ? "" : ", inputs of no commit";
    return changed
        + (" of " + count(files.total(), "file"))
        + (input.dirtyFiles().isEmpty() ? origin : ", marked as dirty");
  }
}
