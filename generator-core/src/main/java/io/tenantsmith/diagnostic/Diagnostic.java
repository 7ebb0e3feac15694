package io.tenantsmith.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a user has to know: the place, the fact, and what to do. The texts hold one line
 * each; text from inputs goes in through {@link Quoted#quote}, so that no control character arrives
 * at a terminal.
 */
public final class Diagnostic implements Comparable<Diagnostic> {

  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing(Diagnostic::range)
          .thenComparing(Diagnostic::code)
          .thenComparing(Diagnostic::message);

  private final Severity severity;
  private final Code code;
  private final SourceRange range;
  private final String message;
  private final @Nullable String hint;
  private final List<Related> related;

  private Diagnostic(
      Severity severity, Code code, SourceRange range, String message, Extras extras) {
    this.severity = severity;
    this.code = code;
    this.range = range;
    this.message = message;
    this.hint = extras.hint;
    this.related = extras.related;
  }

  /** A mistake that stops the run. */
  public static Diagnostic error(Code code, SourceRange range, String message) {
    return new Diagnostic(Severity.ERROR, code, range, message, Extras.NONE);
  }

  /** Something that works and should be looked at. */
  public static Diagnostic warning(Code code, SourceRange range, String message) {
    return new Diagnostic(Severity.WARNING, code, range, message, Extras.NONE);
  }

  /** Something worth knowing. */
  public static Diagnostic note(Code code, SourceRange range, String message) {
    return new Diagnostic(Severity.NOTE, code, range, message, Extras.NONE);
  }

  /** The same as a warning, in a run that it does not stop. */
  public Diagnostic asWarning() {
    return new Diagnostic(Severity.WARNING, code, range, message, new Extras(hint, related));
  }

  /** The same diagnostic with what to do about it. */
  public Diagnostic withHint(@Nullable String text) {
    return new Diagnostic(severity, code, range, message, new Extras(text, related));
  }

  /** The same diagnostic with one more place. */
  public Diagnostic withRelated(String fact, SourceRange place) {
    List<Related> more = new ArrayList<>(related);
    more.add(new Related(fact, place));
    return new Diagnostic(severity, code, range, message, new Extras(hint, List.copyOf(more)));
  }

  /** The same diagnostic with every file by another name. */
  Diagnostic renamed(UnaryOperator<String> name) {
    List<Related> places =
        related.stream()
            .map(place -> new Related(place.message(), place.range().renamed(name)))
            .toList();
    return new Diagnostic(severity, code, range.renamed(name), message, new Extras(hint, places));
  }

  /** How serious it is. */
  public Severity severity() {
    return severity;
  }

  /** What kind of diagnostic it is; each has a page in docs/diagnostics. */
  public Code code() {
    return code;
  }

  /** Where it is. */
  public SourceRange range() {
    return range;
  }

  /** The fact. */
  public String message() {
    return message;
  }

  /** What to do. */
  public Optional<String> hint() {
    return Optional.ofNullable(hint);
  }

  /** Related places. */
  public List<Related> related() {
    return related;
  }

  /** Whether this stops the run. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  @Override
  public int compareTo(Diagnostic other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Diagnostic that
        && severity == that.severity
        && compareTo(that) == 0
        && hint().equals(that.hint())
        && related.equals(that.related);
  }

  @Override
  public int hashCode() {
    return range.hashCode() * 31 + message.hashCode();
  }

  @Override
  public String toString() {
    return range.display() + ": " + severity.label() + " " + code + ": " + message;
  }

  /** The parts that most diagnostics lack. */
  private record Extras(@Nullable String hint, List<Related> related) {
    private static final Extras NONE = new Extras(null, List.of());
  }
}
