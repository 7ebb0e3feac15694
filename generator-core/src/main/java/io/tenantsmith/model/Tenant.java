package io.tenantsmith.model;

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

  /** A file that is there and says nothing that could be read. */
  public static Tenant unreadable(String file) {
    return new Tenant(
        file,
        false,
        new Who(null, null, null),
        new Placement(null, null, null, null, null),
        new State(TenantState.ACTIVE, null, null, null),
        Values.empty());
  }

  /** Who the tenant is. */
  public record Who(
      @Nullable Sourced<TenantId> id,
      @Nullable Sourced<String> displayName,
      @Nullable Sourced<String> adminEmail) {}

  /** Where the tenant belongs. */
  public record Placement(
      @Nullable Sourced<String> tier,
      @Nullable Sourced<String> template,
      @Nullable Sourced<String> cluster,
      @Nullable Sourced<String> region,
      @Nullable Sourced<Ring> ring) {}

  /** In which state it is. */
  public record State(
      TenantState value,
      @Nullable Sourced<String> stated,
      @Nullable Sourced<String> until,
      @Nullable Sourced<String> confirm) {}

  /** The id, if it is one. */
  public Optional<TenantId> id() {
    return Optional.ofNullable(who.id()).map(Sourced::value);
  }

  /** The id that the file name gives it. */
  public String fileStem() {
    return FileNames.stem(file);
  }
}
