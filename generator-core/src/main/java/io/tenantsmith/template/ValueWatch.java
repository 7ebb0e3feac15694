package io.tenantsmith.template;

import java.util.function.Supplier;

/** Wraps the computation of each value of a rendering, for instance to see what it reads. */
@FunctionalInterface
public interface ValueWatch {

  /**
   * Computes a value.
   *
   * @param name name of the value; the name of a row's column is {@code plugins[].name}, that of a
   *     field of a mapping {@code labels.app}
   * @param value computes it
   * @return the result, or what the rendering is to use instead
   */
  Object compute(String name, Supplier<Object> value);
}
