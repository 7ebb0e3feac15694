package io.tenantsmith.edit;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.DiskWords;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.output.ChangedMeanwhile;
import io.tenantsmith.output.EditedInPlace;
import io.tenantsmith.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A file with its edits, not written yet.
 *
 * @param before as it was read
 * @param after as it shall be
 */
public record EditedFile(SourceFile before, SourceFile after) {

  /** Whether the edits change anything. */
  public boolean isChanged() {
    return !Arrays.equals(before.content(), after.content());
  }

  /** The lines around what changes, as a reviewer sees them. */
  public List<EditedLine> lines() {
    return LineChanges.between(before.content(), after.content());
  }

  /** The comments that go with what is replaced or removed, with their lines in the file before. */
  public List<EditedLine> lostComments() {
    return LostComments.of(this);
  }

  /**
   * Writes the file: whoever looks sees the old or the new one, whole. Nothing is touched if it
   * does not change, or if somebody else has changed it since it was read.
   *
   * @param directory the fleet's root, to which the file's name is relative
   * @return why it was not written
   */
  public Optional<Diagnostic> write(Path directory) {
    if (!isChanged()) {
      return Optional.empty();
    }
    try {
      EditedInPlace.at(directory.resolve(after.file())).write(before.content(), after.content());
      return Optional.empty();
    } catch (ChangedMeanwhile e) {
      return Optional.of(
          Diagnostic.error(
                  Code.EDT953, place(), "somebody changed the file while it was being edited")
              .withHint("run the command again"));
    } catch (IOException e) {
      return Optional.of(
          Diagnostic.error(Code.EDT954, place(), "the file cannot be written: " + DiskWords.of(e))
              .withHint("check the permissions of the file and its folder, and the free space"));
    }
  }

  private SourceRange place() {
    return SourceRange.ofFile(after.file());
  }
}
