package io.tenantsmith.diagnostic;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a stage returns: a value if it could make one, and its diagnostics. A value can come
 * together with errors; then it is good enough to look for further mistakes, never to render.
 */
public final class Result<T> {

  private final @Nullable T value;
  private final List<Diagnostic> diagnostics;

  private Result(@Nullable T value, List<Diagnostic> diagnostics) {
    this.value = value;
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** A value with diagnostics. */
  public static <T> Result<T> of(T value, List<Diagnostic> diagnostics) {
    return new Result<>(value, diagnostics);
  }

  /** A value without diagnostics. */
  public static <T> Result<T> of(T value) {
    return new Result<>(value, List.of());
  }

  /** No value, and why. */
  public static <T> Result<T> failed(List<Diagnostic> diagnostics) {
    return new Result<>(null, diagnostics);
  }

  /** No value, and why. */
  public static <T> Result<T> failed(Diagnostic diagnostic) {
    return new Result<>(null, List.of(diagnostic));
  }

  /** The value, if there is one. */
  public Optional<T> value() {
    return Optional.ofNullable(value);
  }

  /** The diagnostics, in no particular order. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** Whether an error is among the diagnostics. */
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
