package io.tenantsmith.engine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a step of a tenant's life: texts as they were written, null where nobody said
 * anything.
 *
 * @param tenant its id
 * @param to the state to go to; the next one where it is not given
 */
public record StepOptions(
    @Nullable String tenant, @Nullable String to, Fields fields, EditOptions edit) {

  /** The option of the state to go to. */
  public static final String TO = "to";

  /** The id of the tenant, if it is given. */
  public Optional<String> givenTenant() {
    return Optional.ofNullable(tenant);
  }

  /** The state to go to, if it is given. */
  public Optional<String> givenTo() {
    return Optional.ofNullable(to);
  }

  /**
   * The fields beside the state.
   *
   * @param until the day until which a retained tenant is kept
   * @param confirm the id once more, where what follows cannot be undone
   */
  public record Fields(@Nullable String until, @Nullable String confirm, @Nullable String reason) {

    /** Nothing is said. */
    public static final Fields NONE = new Fields(null, null, null);

    /** Key and option of the day. */
    public static final String UNTIL = "until";

    /** Key and option of the confirmation. */
    public static final String CONFIRM = "confirm";

    /** Key and option of the reason. */
    public static final String REASON = "reason";

    /** The day, if it is given. */
    public Optional<String> givenUntil() {
      return Optional.ofNullable(until);
    }

    /** The confirmation, if it is given. */
    public Optional<String> givenConfirm() {
      return Optional.ofNullable(confirm);
    }

    /** The reason, if it is given. */
    public Optional<String> givenReason() {
      return Optional.ofNullable(reason);
    }
  }
}
