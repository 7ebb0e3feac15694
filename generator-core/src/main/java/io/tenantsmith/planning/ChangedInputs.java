package io.tenantsmith.planning;

import io.tenantsmith.plan.NoEffect;
import io.tenantsmith.planning.cause.Attributed;
import io.tenantsmith.planning.cause.BaseFacts;
import io.tenantsmith.planning.cause.Causes;
import io.tenantsmith.planning.cause.InputPair;
import io.tenantsmith.planning.cause.Representative;
import io.tenantsmith.run.LoadedFleet;
import io.tenantsmith.run.OneTenant;
import io.tenantsmith.source.SourceTree;
import io.tenantsmith.statement.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What of the inputs differs between two sides, as far as those of the base are known. */
public final class ChangedInputs {

  private final @Nullable Causes causes;
  private final Function<Representative, Attributed> otherwise;

  private ChangedInputs(@Nullable Causes causes, Function<Representative, Attributed> otherwise) {
    this.causes = causes;
    this.otherwise = otherwise;
  }

  /** What differs between the inputs of both sides. */
  public static ChangedInputs of(
      LoadedFleet before, LoadedFleet after, OneTenant renderer, BaseFacts base) {
    InputPair pair =
        new InputPair(
            before.workspace(), after.workspace(), unchanged(before.sources(), after.sources()));
    return new ChangedInputs(new Causes(pair, renderer, base), Causes::allNew);
  }

  /** The same where the inputs of the base cannot be had, with the reason. */
  public static ChangedInputs unknown(String why) {
    return new ChangedInputs(null, change -> Causes.unknown(change, why));
  }

  /** The same where there was nothing before. */
  public static ChangedInputs nothing() {
    return new ChangedInputs(null, Causes::allNew);
  }

  /** What of a tenant's inputs differs: tenants of one group agree in it. */
  String signature(String id) {
    return causes == null ? "" : causes.signature(id);
  }

  /**
   * Whether a tenant may be alone with its change: its own file differs, or nobody knows. What
   * changes for it otherwise, tenants of its group have in common.
   */
  boolean isOwn(String id) {
    return causes == null || causes.isOwn(id);
  }

  /** Why a tenant changes. */
  Attributed why(Representative tenant) {
    return causes == null ? otherwise.apply(tenant) : causes.attributed(tenant);
  }

  /**
   * Why files that the tenants of a cluster share change.
   *
   * @param files with the cluster's name; with an empty one for what all clusters share
   * @param tenants ids of the tenants that are new, gone or changed there
   */
  Attributed whyShared(Representative files, List<String> tenants) {
    return causes == null ? otherwise.apply(files) : causes.shared(files, tenants);
  }

  /** What of the inputs changes nothing, given the statements that are causes. */
  List<NoEffect> withoutEffect(Set<Statement> named) {
    return causes == null ? List.of() : causes.withoutEffect(named);
  }

  private static Predicate<String> unchanged(SourceTree before, SourceTree after) {
    Map<String, byte[]> old = before.contents();
    Map<String, byte[]> now = after.contents();
    return file -> {
      byte[] mine = now.get(file);
      return mine != null && Arrays.equals(mine, old.get(file));
    };
  }
}
