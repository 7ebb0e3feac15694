package io.tenantsmith.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be explained; of a tenant or cluster without any of these, all values.
 *
 * @param value path of a value, for instance {@code resources.cpu_limit}
 * @param object an object, as {@code Deployment/wordpress} or with its namespace in between
 * @param field path of a field of that object
 */
public record ExplainOptions(
    @Nullable String value, @Nullable String object, @Nullable String field) {

  /** All values. */
  public static final ExplainOptions ALL = new ExplainOptions(null, null, null);

  /** The only value to explain. */
  public Optional<String> onlyValue() {
    return Optional.ofNullable(value);
  }

  /** The object whose field is explained. */
  public Optional<String> namedObject() {
    return Optional.ofNullable(object);
  }

  /** The field of that object. */
  public Optional<String> namedField() {
    return Optional.ofNullable(field);
  }
}
