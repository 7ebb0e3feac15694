package io.tenantsmith.engine;

import io.tenantsmith.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a command did that edits a file of the fleet.
 *
 * @param command which of them
 * @param edit the file, what changes in it and what became of that
 * @param effects what the edit leads to
 * @param next what to run next, in order
 */
public record EditResult(
    CommandName command, FleetSize fleet, Edit edit, Effects effects, List<String> next)
    implements FleetResult {

  /** Copies the list. */
  public EditResult {
    next = List.copyOf(next);
  }

  @Override
  public <T> T printedBy(Printer<T> printer) {
    return printer.edited(this);
  }

  /** The same edit as it ended. */
  public EditResult ended(Ending ending) {
    return new EditResult(
        command, fleet, new Edit(edit.file(), edit.lines(), ending), effects, next);
  }

  /** The same edit, to be shown with what somebody must have read before agreeing to it. */
  public EditResult withDoubts(List<Diagnostic> doubts) {
    List<String> sentences = new ArrayList<>(effects.sentences());
    for (Diagnostic doubt : doubts) {
      sentences.add(doubt.message());
      doubt.hint().ifPresent(sentences::add);
    }
    Effects told = new Effects(sentences, effects.changed(), effects.steps());
    return new EditResult(command, fleet, edit, told, next);
  }

  /**
   * An edit of one file.
   *
   * @param file relative to the fleet's root
   * @param lines those that change, and some around them
   */
  public record Edit(String file, List<Line> lines, Ending ending) {

    /** Copies the list. */
    public Edit {
      lines = List.copyOf(lines);
    }
  }

  /**
   * What an edit leads to, against the output folder as it is.
   *
   * @param sentences what there is to say of it, each without a full stop
   * @param changed ids of the tenants whose manifests change, sorted
   * @param steps what becomes of tenants whose state changes, by id
   */
  public record Effects(List<String> sentences, List<String> changed, List<StepPlan> steps) {

    /** None. */
    public static final Effects NONE = new Effects(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Effects {
      sentences = List.copyOf(sentences);
      changed = List.copyOf(changed);
      steps = List.copyOf(steps);
    }
  }

  /** What became of an edit. */
  public enum Ending {
    /** It is only shown: nobody was asked. */
    SHOWN(false),
    /** It was written without a question. */
    WRITTEN(false),
    /** A person saw it and said yes. */
    AGREED(true),
    /** A person saw it and said no. */
    DECLINED(true),
    /** The file says already what it shall say. */
    UNCHANGED(false);

    private final boolean seen;

    Ending(boolean seen) {
      this.seen = seen;
    }

    /** Whether somebody has seen the edit before the command ended. */
    public boolean isSeen() {
      return seen;
    }

    /** Whether the file holds the edit now. */
    public boolean isWritten() {
      return this == WRITTEN || this == AGREED;
    }

    /** The word in reports. */
    public String label() {
      return this == AGREED ? WRITTEN.label() : name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One line.
   *
   * @param number in the file before where it is removed, else in the edited one
   * @param text without its end
   */
  public record Line(Kind kind, int number, String text) {

    /** What becomes of a line. */
    public enum Kind {
      KEPT(" "),
      REMOVED("-"),
      ADDED("+");

      private final String sign;

      Kind(String sign) {
        this.sign = sign;
      }

      /** The sign before it, as in a diff. */
      public String sign() {
        return sign;
      }

      /** The word in reports. */
      public String label() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }
}
