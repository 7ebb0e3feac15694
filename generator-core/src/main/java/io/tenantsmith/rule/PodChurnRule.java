package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.Cluster;
import io.tenantsmith.model.CronSchedule;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Layer;
import io.tenantsmith.model.Origin;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.TenantKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What makes pods by the clock does not make more than one a second: a scheduler and an etcd serve
 * all tenants of a cluster. Only nightly backups do, one pod for each tenant; what is due on sites
 * makes none.
 */
final class PodChurnRule implements PerClusterRule {

  private static final int PODS_IN_A_MINUTE = 60;

  @Override
  public void judge(
      Cluster cluster, Fleet fleet, Resolution resolution, Consumer<Diagnostic> report) {
    SortedMap<String, List<Setting<CronSchedule>>> starts = new TreeMap<>();
    for (EffectiveTenant tenant : ClusterTenants.of(cluster, fleet, resolution)) {
      tenant
          .settings()
          .find(TenantKeys.BACKUP_SCHEDULE)
          .ifPresent(s -> starts.computeIfAbsent(time(s.value()), t -> new ArrayList<>()).add(s));
    }
    starts.forEach((time, schedules) -> judge(cluster, time, schedules, report));
  }

  private static String time(CronSchedule schedule) {
    return twoDigits(schedule.hour()) + ":" + twoDigits(schedule.minute());
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  private static void judge(
      Cluster cluster,
      String time,
      List<Setting<CronSchedule>> schedules,
      Consumer<Diagnostic> report) {
    if (schedules.size() > PODS_IN_A_MINUTE) {
      report.accept(
          Diagnostic.warning(
                  Code.FLT416,
                  place(cluster, schedules),
                  schedules.size()
                      + " backups of "
                      + Quoted.quote(cluster.name().value())
                      + " start at "
                      + time
                      + ", more than a pod a second")
              .withHint("leave backup.schedule out, then each tenant has a minute of its own"));
    }
  }

  /** Where it is written: where most of them follow one line, there is one. */
  private static SourceRange place(Cluster cluster, List<Setting<CronSchedule>> schedules) {
    return schedules.stream()
        .map(Setting::origin)
        .filter(origin -> origin.layer() != Layer.BUILT_IN)
        .map(Origin::range)
        .findFirst()
        .orElse(cluster.name().range());
  }
}
