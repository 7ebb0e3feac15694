package io.tenantsmith.publish;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.output.Plan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses a publish that changes more than was allowed; lifted only by the exact number. */
record Guard(PublishTarget.GuardLimits limits) {

  /** Below this many tenants a percentage means nothing. */
  private static final int SMALL_FLEET = 20;

  List<Diagnostic> check(Plan.TenantChanges tenants) {
    List<Diagnostic> found = new ArrayList<>();
    checkRemoved(tenants.removed().size(), found);
    checkChanged(tenants.changed().size(), tenants.before(), found);
    return List.copyOf(found);
  }

  private void checkRemoved(int removed, List<Diagnostic> found) {
    if (removed > limits.maxRemovedTenants().value()
        && !isMeant(limits.permits().removed(), removed)) {
      String fact = removed + " tenants would be removed, " + limits.maxRemovedTenants().value();
      found.add(
          refusal(
              Code.GRD801, fact + " allowed", "max_removed_tenants", limits.permits().removed()));
    }
  }

  private void checkChanged(int changed, int before, List<Diagnostic> found) {
    boolean tooMany = before >= SMALL_FLEET && 100L * changed > tooManyAt(before);
    if (tooMany && !isMeant(limits.permits().changed(), changed)) {
      String fact = changed + " of " + before + " tenants would change, ";
      String allowed = limits.maxChangedPercent().value() + " % allowed";
      found.add(
          refusal(Code.GRD802, fact + allowed, "max_changed_percent", limits.permits().changed()));
    }
  }

  private long tooManyAt(int before) {
    return (long) limits.maxChangedPercent().value() * before;
  }

  private static boolean isMeant(PublishTarget.@Nullable Given<Integer> allowed, int actual) {
    return allowed != null && allowed.value() == actual;
  }

  /** Refuses at what decides: the standing limit, or the option whose number is another one. */
  private Diagnostic refusal(
      Code code, String fact, String setting, PublishTarget.@Nullable Given<Integer> given) {
    boolean removed = code == Code.GRD801;
    SourceRange limit = (removed ? limits.maxRemovedTenants() : limits.maxChangedPercent()).range();
    SourceRange place = given == null ? limit : given.place();
    String message =
        given == null ? fact : fact + ", and " + given.value() + " named for this publish";
    String option = removed ? "allow-removed" : "allow-changed";
    return Diagnostic.error(code, place, message)
        .withHint(
            ("if this is meant, publish once with " + option + " set to exactly that number; ")
                + ("guards." + setting + " in fleet.yaml is the standing limit"));
  }
}
