package io.tenantsmith.harness;

import java.util.Optional;

/** What Kubernetes takes at a field, wherever that is known from. */
interface FieldShape {

  /** What stands at a field of which nothing is known, and below it. */
  FieldShape ANYTHING = () -> Form.ANYTHING;

  /** What stands at a field that holds a string, a number or a boolean. */
  FieldShape SCALAR = () -> Form.SCALAR;

  /** The forms. */
  enum Form {
    MAPPING,
    LIST,
    SCALAR,
    ANYTHING
  }

  /** What it is. */
  Form form();

  /** Of a mapping: what a field takes, or nothing if there is no such field. */
  default Optional<FieldShape> field(String name) {
    return Optional.of(ANYTHING);
  }

  /** Of a mapping whose keys are free: what each of them takes. */
  default Optional<FieldShape> anyField() {
    return Optional.of(ANYTHING);
  }

  /** Of a list: what an item is. */
  default FieldShape item() {
    return ANYTHING;
  }
}
