package io.tenantsmith.lifecycle;

import static io.tenantsmith.model.TenantState.ACTIVE;
import static io.tenantsmith.model.TenantState.ERASED;
import static io.tenantsmith.model.TenantState.ERASING;
import static io.tenantsmith.model.TenantState.RETAINED;
import static io.tenantsmith.model.TenantState.SUSPENDED;

import io.tenantsmith.model.TenantState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step of a tenant's life: from the state that is published to the one that its file states.
 * Whatever is not here is no step: the sync tools would forget what a state in between takes away.
 * A tenant that is not published, or whose file is gone, is in no state: null.
 */
public enum Step {
  /** A new tenant. */
  ADD(null, ACTIVE),
  /** A new tenant that is closed at first. */
  ADD_SUSPENDED(null, SUSPENDED),
  /** Closed for now; all data live. */
  SUSPEND(ACTIVE, SUSPENDED),
  /** Open again. */
  RESUME(SUSPENDED, ACTIVE),
  /** Off and kept: the database stops. */
  RETAIN(SUSPENDED, RETAINED),
  /** Back from what is kept, and open. */
  RESTORE(RETAINED, ACTIVE),
  /** Back from what is kept, with closed doors. */
  RESTORE_SUSPENDED(RETAINED, SUSPENDED),
  /** All marks are lifted; nothing that holds data is deleted yet. */
  RELEASE(RETAINED, ERASING),
  /** The last undo: all marks are back. */
  KEEP(ERASING, RETAINED),
  /** Everything is deleted. */
  ERASE(ERASING, ERASED),
  /** What stayed since it was erased before its marks were lifted everywhere is taken over. */
  REPAIR(ERASED, ERASING),
  /** The file of an erased tenant goes, and with it the last that names it. */
  REMOVE(ERASED, null);

  private final @Nullable TenantState from;
  private final @Nullable TenantState to;

  Step(@Nullable TenantState from, @Nullable TenantState to) {
    this.from = from;
    this.to = to;
  }

  /** The published state; empty if the tenant is not published. */
  public Optional<TenantState> from() {
    return Optional.ofNullable(from);
  }

  /** The state of the tenant's file; empty if the file is gone. */
  public Optional<TenantState> to() {
    return Optional.ofNullable(to);
  }

  /** The word for it in output, for instance {@code restore-suspended}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it leads away from an open site, not back to it; a new tenant has no such way. */
  public boolean isOnward() {
    return from != null && (to == null || to.compareTo(from) > 0);
  }

  /** The step between two states; empty if there is none, also where both are the same. */
  public static Optional<Step> between(@Nullable TenantState from, @Nullable TenantState to) {
    return Arrays.stream(values()).filter(step -> step.from == from && step.to == to).findFirst();
  }

  /** Whether a file may state that, as far as the life cycle goes: it stays, or there is a step. */
  public static boolean mayFollow(@Nullable TenantState from, @Nullable TenantState to) {
    return from == to || between(from, to).isPresent();
  }

  /** All steps from a state, those that lead onward last. */
  public static List<Step> from(@Nullable TenantState from) {
    return Arrays.stream(values())
        .filter(step -> step.from == from)
        .sorted((one, other) -> Boolean.compare(one.isOnward(), other.isOnward()))
        .toList();
  }

  /** The next step away from an open site; each state of a tenant has one. */
  public static Step onward(TenantState from) {
    return from(from).stream().filter(Step::isOnward).findFirst().orElseThrow();
  }

  /** The next step towards an open site; empty if it is open. */
  public static Optional<Step> back(TenantState from) {
    return from(from).stream().filter(step -> !step.isOnward()).findFirst();
  }
}
