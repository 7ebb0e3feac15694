package io.tenantsmith.output;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.path.RelativePath;
import java.util.ArrayList;
import java.util.List;

/** What is in the way of a plan, and whether it may be overridden. */
final class Obstacles {

  private static final String TAKE = "generate --take-generated (-Dtenantsmith.takeGenerated)";

  private static final RelativePath README = RelativePath.of("README.md");

  private final String folder;
  private final HandEdits handEdits;
  private final boolean indexIsLost;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  Obstacles(String folder, HandEdits handEdits, boolean indexIsLost) {
    this.folder = folder;
    this.handEdits = handEdits;
    this.indexIsLost = indexIsLost;
  }

  List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  /** A file of ours that differs from what we wrote; returns whether it may be replaced. */
  boolean edited(RelativePath path) {
    if (indexIsLost) {
      return lost(); // without the index nobody knows what we wrote last
    }
    return overridable(
        Diagnostic.error(Code.OUT501, place(path), "the file was edited by hand").withHint(undo()));
  }

  /** A file of ours that is gone; returns whether it may be written again. */
  boolean missing(RelativePath path) {
    return overridable(
        Diagnostic.error(Code.OUT502, place(path), "the file was removed by hand")
            .withHint(undo()));
  }

  /** A file that no index names; returns whether it may be replaced. */
  boolean foreign(RelativePath path) {
    if (indexIsLost && !isBranch()) {
      return lost();
    }
    diagnostics.add(
        Diagnostic.error(Code.OUT503, place(path), "a file that we did not write is in the way")
            .withHint(
                isBranch()
                    ? "move it elsewhere on the branch, or publish to a branch of its own"
                    : "move it elsewhere; only files that index.json names are ours to replace"));
    return false;
  }

  /** Whether a file that is not ours stays, and ours is left out: a forge makes a README first. */
  boolean givesWay(RelativePath path) {
    if (!isBranch() || !path.equals(README)) {
      return false;
    }
    if (indexIsLost) {
      diagnostics.add(
          Diagnostic.note(Code.PUB713, place(path), "this file is not ours and stays")
              .withHint("generate writes ours, which says what clusters must bring, to output/"));
    }
    return true;
  }

  private String undo() {
    return isBranch()
        ? "undo it on the branch; what it is for belongs into the inputs, as a field or a patch"
        : "undo it, or write the rendered file with " + TAKE;
  }

  private boolean isBranch() {
    return handEdits == HandEdits.REFUSE_ON_BRANCH;
  }

  private boolean lost() {
    if (handEdits == HandEdits.OVERWRITE) {
      return true;
    }
    if (diagnostics.isEmpty()) {
      diagnostics.add(
          Diagnostic.error(
                  Code.OUT505,
                  place(OwnershipIndex.PATH),
                  "the ownership index is missing, so it is not known which files are ours")
              .withHint(
                  isBranch()
                      ? "restore it from the branch's history, or publish to a branch of its own"
                      : "restore it from Git, or write every file anew with " + TAKE));
    }
    return false;
  }

  /** A file of a tree as messages call it; a tree of a branch ends in a colon, as Git writes it. */
  static String shown(String tree, RelativePath path) {
    return tree.isEmpty() || tree.endsWith(":") ? tree + path : tree + "/" + path;
  }

  private boolean overridable(Diagnostic diagnostic) {
    if (handEdits == HandEdits.OVERWRITE) {
      return true;
    }
    diagnostics.add(diagnostic);
    return false;
  }

  private SourceRange place(RelativePath path) {
    return SourceRange.ofFile(shown(folder, path));
  }
}
