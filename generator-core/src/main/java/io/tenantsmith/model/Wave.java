package io.tenantsmith.model;

import io.tenantsmith.diagnostic.SourceRange;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A roll-out of a tier: what changes, and who has it already.
 *
 * @param id decides, with a tenant's own id, when a broad tenant has it
 * @param set what changes; none of it if nothing is stated
 */
public record Wave(Sourced<String> id, Reach reach, Values set) {

  private static final int ALL = 100;

  /**
   * Who has it. Canary and early tenants are reached as rings, broad ones by their share.
   *
   * @param place where it is stated
   * @param rings the rings that have it whole
   * @param percent share of the broad tenants; a larger one has all of a smaller one
   */
  public record Reach(
      SourceRange place, @Nullable Sourced<List<Ring>> rings, @Nullable Sourced<Integer> percent) {

    /** The rings that have it whole. */
    public List<Ring> wholeRings() {
      return rings == null ? List.of() : rings.value();
    }

    /** Share of the broad tenants. */
    public int share() {
      return percent == null ? 0 : percent.value();
    }

    /** Whether nobody has it, whoever the tenants are. */
    public boolean isNone() {
      return share() == 0 && wholeRings().isEmpty();
    }

    /** Whether all tenants have it, whoever they are. */
    public boolean isAll() {
      return share() >= ALL && wholeRings().containsAll(List.of(Ring.CANARY, Ring.EARLY));
    }
  }

  /** Whether some tenants may have it and others not. */
  public boolean isUnderWay() {
    return !reach.isNone() && !reach.isAll();
  }

  /** Whether a tenant has it. */
  public boolean reaches(TenantId tenant, Ring ring) {
    return ring == Ring.BROAD ? isAmong(tenant, reach.share()) : reach.wholeRings().contains(ring);
  }

  /** Whether a broad tenant is among that share of them. */
  public boolean isAmong(TenantId tenant, int percent) {
    return StableHash.of(tenant, id.value()) % ALL < percent;
  }

  /** The places that say whether tenants of a ring have it. */
  public List<Origin> deciders(Ring ring) {
    return ring == Ring.BROAD
        ? List.of(origin(reach.percent()), new Origin(Layer.ROLLOUT, id.range()))
        : List.of(origin(reach.rings()));
  }

  private Origin origin(@Nullable Sourced<?> stated) {
    return new Origin(Layer.ROLLOUT, stated == null ? reach.place() : stated.range());
  }

  /** What it sets, as text by path: equal for what means the same. */
  public SortedMap<String, String> stated() {
    SortedMap<String, String> stated = new TreeMap<>();
    for (Key<?> key : set.keys()) {
      set.get(key).ifPresent(value -> stated.put(key.path(), text(value.value())));
    }
    return Collections.unmodifiableSortedMap(stated);
  }

  private static String text(Object value) {
    if (value instanceof OpenWebUiKind kind) {
      return kind.label();
    }
    return value instanceof BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : value.toString();
  }
}
