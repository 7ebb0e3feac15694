package io.tenantsmith.template;

import java.util.function.Supplier;

/** Is there while each value of a rendering is computed, for instance to see what it reads. */
@FunctionalInterface
public interface ValueWatch {

  /**
   * Has a value computed.
   *
   * @param name of the value; that of a row's column is {@code plugins[].name}
   * @param value computes it
   * @return what that gives, or what the rendering is to take instead
   */
  Object compute(String name, Supplier<Object> value);
}
