package io.tenantsmith.model;

import io.tenantsmith.diagnostic.SourceRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One file of tenants/, as written. A part that is missing or wrong is left out and has been
 * reported; the rest is still judged, so that one run shows every mistake.
 *
 * @param file path relative to the fleet's root
 * @param complete whether nothing in the file is wrong so far; only then it may be expanded
 * @param who id, names and addresses
 * @param placement tier, template, cluster, region and ring
 * @param state state and the fields that belong to it
 * @param values what the tenant sets
 */
public record Tenant(
    String file, boolean complete, Who who, Placement placement, State state, Values values) {

  /** A file from which these values could be read. */
  public static Tenant of(String file, boolean complete, Values values) {
    return new Tenant(
        file, complete, Who.of(values), Placement.of(values), State.of(values), values);
  }

  /** A file that exists but could not be read. */
  public static Tenant unreadable(String file) {
    return of(file, false, Values.empty());
  }

  /** Who the tenant is. */
  public record Who(
      @Nullable Sourced<TenantId> id,
      @Nullable Sourced<String> displayName,
      @Nullable Sourced<String> adminEmail) {

    private static Who of(Values values) {
      return new Who(
          values.get(TenantKeys.ID).orElse(null),
          values.get(TenantKeys.DISPLAY_NAME).orElse(null),
          values.get(TenantKeys.ADMIN_EMAIL).orElse(null));
    }
  }

  /** Where the tenant belongs. */
  public record Placement(
      @Nullable Sourced<String> tier,
      @Nullable Sourced<String> template,
      @Nullable Sourced<String> cluster,
      @Nullable Sourced<String> region,
      @Nullable Sourced<Ring> ring) {

    private static Placement of(Values values) {
      return new Placement(
          values.get(TenantKeys.TIER).orElse(null),
          values.get(TenantKeys.TEMPLATE).orElse(null),
          values.get(TenantKeys.CLUSTER).orElse(null),
          values.get(TenantKeys.REGION).orElse(null),
          values.get(TenantKeys.RING).orElse(null));
    }
  }

  /** The state of a tenant. */
  public record State(
      TenantState value,
      @Nullable Sourced<String> stated,
      @Nullable Sourced<String> until,
      @Nullable Sourced<String> confirm) {

    private static State of(Values values) {
      Sourced<TenantState> state = values.get(TenantKeys.STATE).orElse(null);
      return new State(
          state == null ? TenantState.ACTIVE : state.value(),
          state == null ? null : new Sourced<>(state.value().label(), state.range()),
          values.get(TenantKeys.UNTIL).orElse(null),
          values.get(TenantKeys.CONFIRM).orElse(null));
    }
  }

  /** The values that its defaults are made from: the file and the id, as far as they are known. */
  public Values named() {
    Values.Builder named = Values.builder();
    named.put(TenantKeys.FILE, new Sourced<>(file, SourceRange.ofFile(file)));
    if (who.id() != null) {
      named.put(TenantKeys.ID, who.id());
    }
    return named.build();
  }

  /** The id, if it is one. */
  public Optional<TenantId> id() {
    return Optional.ofNullable(who.id()).map(Sourced::value);
  }

  /** The id according to the file name. */
  public String fileStem() {
    return FileNames.stem(file);
  }
}
