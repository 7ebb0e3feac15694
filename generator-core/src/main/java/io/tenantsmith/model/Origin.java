package io.tenantsmith.model;

import io.tenantsmith.diagnostic.SourceRange;

/**
 * The layer and place that set a value.
 *
 * @param range the place; for {@link Layer#BUILT_IN} the whole of a file named {@code built-in}
 */
public record Origin(Layer layer, SourceRange range) {

  /** The origin of values that no file states. */
  public static final Origin BUILT_IN = new Origin(Layer.BUILT_IN, SourceRange.ofFile("built-in"));

  /** A record's own hash goes through a method handle, and a large fleet has many places. */
  @Override
  public int hashCode() {
    return 31 * layer.hashCode() + range.hashCode();
  }
}
