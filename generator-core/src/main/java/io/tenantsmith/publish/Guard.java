package io.tenantsmith.publish;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.output.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refuses a publish that changes more than was allowed; lifted only by the exact number. */
public record Guard(PublishTarget.GuardLimits limits) {

  /** Below this many tenants a percentage means nothing. */
  private static final int SMALL_FLEET = 20;

  /**
   * A standing limit that is exceeded.
   *
   * @param count how many there are; the number that lifts the guard
   * @param fact the same in words
   */
  private record Excess(Code code, int count, String fact, PublishTarget.GuardLimits limits) {

    /** What was beyond the limit, as options and commits call it: {@code removed 2}. */
    String allowance() {
      return (isRemoval() ? "removed " : "changed ") + count;
    }

    Sourced<Integer> limit() {
      return isRemoval() ? limits.maxRemovedTenants() : limits.maxChangedPercent();
    }

    PublishTarget.@Nullable Given<Integer> given() {
      return isRemoval() ? limits.permits().removed() : limits.permits().changed();
    }

    boolean isMeant() {
      PublishTarget.Given<Integer> given = given();
      return given != null && given.value() == count;
    }

    private boolean isRemoval() {
      return code == Code.GRD801;
    }

    private String setting() {
      return isRemoval() ? "max_removed_tenants" : "max_changed_percent";
    }

    /** Refuses at what decides: the standing limit, or the option whose number is another one. */
    Diagnostic refusal() {
      PublishTarget.Given<Integer> given = given();
      SourceRange place = given == null ? limit().range() : given.place();
      String message =
          given == null ? fact : fact + ", and " + given.value() + " named for this publish";
      return Diagnostic.error(code, place, message).withHint(hint());
    }

    Diagnostic warning() {
      return Diagnostic.warning(code, limit().range(), "publish will refuse this: " + fact)
          .withHint(hint());
    }

    /** The options that lift it once. */
    String once() {
      String options =
          isRemoval()
              ? "--allow-removed %d (-Dtenantsmith.allowRemoved=%d)"
              : "--allow-changed %d (-Dtenantsmith.allowChanged=%d)";
      return String.format(Locale.ROOT, options, count, count);
    }

    private String hint() {
      return "if this is meant, publish once with "
          + once()
          + "; guards."
          + setting()
          + " in fleet.yaml is the standing limit";
    }
  }

  /** The guards that a fleet states, as nobody lifts them. */
  public static Guard of(Fleet fleet) {
    Fleet.Guards limits = fleet.guards();
    return new Guard(
        new PublishTarget.GuardLimits(
            limits.maxRemovedTenants(), limits.maxChangedPercent(), PublishTarget.Permits.NONE));
  }

  /** What refuses a publish; nothing if it may go on. */
  List<Diagnostic> check(Plan.TenantChanges tenants) {
    return excesses(tenants).stream().filter(e -> !e.isMeant()).map(Excess::refusal).toList();
  }

  /** What would refuse a publish, for a run that publishes nothing. */
  public List<Diagnostic> foretold(Plan.TenantChanges tenants) {
    return excesses(tenants).stream().map(Excess::warning).toList();
  }

  /** What was beyond a standing limit and meant, for instance {@code changed 30}. */
  List<String> lifted(Plan.TenantChanges tenants) {
    return excesses(tenants).stream().filter(Excess::isMeant).map(Excess::allowance).toList();
  }

  /**
   * How much of one standing limit is used.
   *
   * @param used a number of tenants, or a part of them in percent
   * @param allowed in the same unit; empty where the fleet is too small for a limit
   * @param lift the options that lift it once; empty while it is kept
   */
  public record Use(String what, String used, String allowed, String lift) {}

  /** What of each standing limit is used. */
  public List<Use> used(Plan.TenantChanges tenants) {
    int erased = erased(tenants);
    int before = tenants.before();
    int changed = tenants.changed().size();
    String part =
        before < SMALL_FLEET
            ? Integer.toString(changed)
            : String.format(Locale.ROOT, "%.1f %%", 100.0 * changed / before);
    String allowed = before < SMALL_FLEET ? "" : limits.maxChangedPercent().value() + " %";
    return List.of(
        new Use("changed", part, allowed, lift(changed(changed, before))),
        new Use(
            "removed",
            Integer.toString(erased + tenants.removed().size()),
            Integer.toString(limits.maxRemovedTenants().value()),
            lift(removed(tenants))));
  }

  private static String lift(Optional<Excess> excess) {
    return excess.map(Excess::once).orElse("");
  }

  private static int erased(Plan.TenantChanges tenants) {
    return (int) tenants.steps().stream().filter(step -> step.to() == TenantState.ERASED).count();
  }

  private List<Excess> excesses(Plan.TenantChanges tenants) {
    List<Excess> found = new ArrayList<>();
    removed(tenants).ifPresent(found::add);
    changed(tenants.changed().size(), tenants.before()).ifPresent(found::add);
    return found;
  }

  /**
   * A tenant counts when its file goes, and before that when it becomes erased, since that is the
   * step that deletes its data.
   */
  private Optional<Excess> removed(Plan.TenantChanges tenants) {
    int erased = erased(tenants);
    int gone = tenants.removed().size();
    int count = erased + gone;
    if (count <= limits.maxRemovedTenants().value()) {
      return Optional.empty();
    }
    String what = erased == 0 ? "removed" : gone == 0 ? "erased" : "erased or removed";
    String fact = count + (count == 1 ? " tenant" : " tenants") + " would be " + what;
    String allowed = ", " + limits.maxRemovedTenants().value() + " allowed";
    return Optional.of(new Excess(Code.GRD801, count, fact + allowed, limits));
  }

  private Optional<Excess> changed(int changed, int before) {
    long percent = limits.maxChangedPercent().value();
    if (before < SMALL_FLEET || 100L * changed <= percent * before) {
      return Optional.empty();
    }
    String fact = changed + " of " + before + " tenants would change, " + percent + " % allowed";
    return Optional.of(new Excess(Code.GRD802, changed, fact, limits));
  }
}
