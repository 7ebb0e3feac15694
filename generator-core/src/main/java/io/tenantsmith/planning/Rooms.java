package io.tenantsmith.planning;

import io.tenantsmith.plan.PlanLimits;
import io.tenantsmith.rule.ClusterLoad;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** How much of a capacity is used, in the unit in which people think of it. */
final class Rooms {

  private static final List<String> UNITS = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi");
  private static final BigDecimal STEP = BigDecimal.valueOf(1024);

  private Rooms() {}

  /** Those of all clusters. */
  static List<PlanLimits.Room> of(List<ClusterLoad> loads) {
    List<PlanLimits.Room> rooms = new ArrayList<>();
    for (ClusterLoad load : loads) {
      String cluster = load.cluster().name().value();
      load.shares().forEach(share -> rooms.add(of(cluster, share)));
    }
    return rooms;
  }

  /** {@code memory 139.7Gi of 1600Gi}: both in the unit of what the cluster states. */
  private static PlanLimits.Room of(String cluster, ClusterLoad.Share share) {
    if (share.what().equals("cpu")) {
      return new PlanLimits.Room(
          cluster, share.what(), cores(share.requested()), cores(share.capacity()));
    }
    int unit = unit(share.capacity());
    return new PlanLimits.Room(
        cluster, share.what(), bytes(share.requested(), unit), bytes(share.capacity(), unit));
  }

  private static String cores(long milli) {
    return plain(BigDecimal.valueOf(milli, 3));
  }

  private static String bytes(long count, int unit) {
    BigDecimal scaled = BigDecimal.valueOf(count).divide(STEP.pow(unit), 1, RoundingMode.HALF_UP);
    return plain(scaled) + UNITS.get(unit);
  }

  /** The largest unit of which a stated amount is a whole number. */
  private static int unit(long count) {
    int unit = 0;
    long left = count;
    while (left % 1024 == 0 && unit + 1 < UNITS.size()) {
      left /= 1024;
      unit++;
    }
    return unit;
  }

  private static String plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }
}
