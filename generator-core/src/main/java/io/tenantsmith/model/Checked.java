package io.tenantsmith.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a checking factory returns for a text: a value, or the fact that is wrong and what to write
 * instead. The binder adds a place and a code.
 */
public final class Checked<T> {

  private final @Nullable T value;
  private final String fact;
  private final @Nullable String hint;

  private Checked(@Nullable T value, String fact, @Nullable String hint) {
    this.value = value;
    this.fact = fact;
    this.hint = hint;
  }

  /** A good value. */
  public static <T> Checked<T> ok(T value) {
    return new Checked<>(value, "", null);
  }

  /** What is wrong and what to do; both one line, input text quoted. */
  public static <T> Checked<T> refused(String fact, @Nullable String hint) {
    return new Checked<>(null, fact, hint);
  }

  /** The value, if the text was good. */
  public Optional<T> value() {
    return Optional.ofNullable(value);
  }

  /** The fact that is wrong; empty for a good value. */
  public String fact() {
    return fact;
  }

  /** What to write instead. */
  public Optional<String> hint() {
    return Optional.ofNullable(hint);
  }
}
