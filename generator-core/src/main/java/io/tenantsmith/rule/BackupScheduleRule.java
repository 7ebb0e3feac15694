package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.model.BackupStore;
import io.tenantsmith.model.CronSchedule;
import io.tenantsmith.model.EffectiveTenant;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.TenantId;
import io.tenantsmith.model.TenantKeys;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * A backup's schedule comes to pass, leaves room for that of the namespace on a day that fields can
 * name, and comes again before its last backup is thrown away.
 */
final class BackupScheduleRule implements TenantRule {

  @Override
  public void judge(EffectiveTenant tenant, Resolution resolution, Consumer<Diagnostic> report) {
    Optional<Setting<CronSchedule>> schedule = tenant.settings().find(TenantKeys.BACKUP_SCHEDULE);
    Optional<Setting<Integer>> days = tenant.settings().find(TenantKeys.BACKUP_RETENTION_DAYS);
    if (schedule.isEmpty() || days.isEmpty()) {
      return;
    }
    CronSchedule cron = schedule.get().value();
    OptionalInt gap = cron.longestGap();
    if (gap.isEmpty()) {
      report.accept(
          error(Code.TEN228, schedule.get(), cron, "never starts: no month has such a day")
              .withHint("name days that the months have"));
      return;
    }
    if (cron.later(BackupStore.MINUTES_AFTER_DATABASE).isEmpty()) {
      report.accept(
          error(
                  Code.TEN228,
                  schedule.get(),
                  cron,
                  "starts the backup of the namespace "
                      + BackupStore.MINUTES_AFTER_DATABASE
                      + " minutes later, on days that no fields can name")
              .withHint("start at 22:29 or before, or name nothing but days of the week"));
    }
    if (days.get().value() <= gap.getAsInt()) {
      report.accept(
          error(
                  Code.TEN229,
                  place(tenant, schedule.get(), days.get()),
                  cron,
                  "leaves "
                      + gap.getAsInt()
                      + (gap.getAsInt() == 1 ? " day" : " days")
                      + " between two backups, and each is kept for "
                      + days.get().value()
                      + ": for a time there would be none")
              .withHint(
                  "keep them for at least " + (gap.getAsInt() + 1) + " days, or start more often"));
    }
  }

  /** Where somebody wrote one of the two: the schedule's default follows from the id. */
  private static Setting<?> place(EffectiveTenant tenant, Setting<?> schedule, Setting<?> days) {
    Optional<Setting<TenantId>> id = tenant.settings().find(TenantKeys.ID);
    boolean follows = id.map(setting -> setting.origin().equals(schedule.origin())).orElse(false);
    return follows ? days : schedule;
  }

  private static Diagnostic error(Code code, Setting<?> place, CronSchedule cron, String fact) {
    return Diagnostic.error(
        code, place.origin().range(), "schedule " + Quoted.quote(cron.text()) + " " + fact);
  }
}
