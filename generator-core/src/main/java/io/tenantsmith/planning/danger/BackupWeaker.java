package io.tenantsmith.planning.danger;

import io.tenantsmith.model.CronSchedule;
import io.tenantsmith.objects.Node;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * A backup is kept for less time, made more rarely, or no more. A backup of the database gets a new
 * name when a field of it changes that the operator fixes, so it is found again by what it backs
 * up.
 */
final class BackupWeaker implements DangerRule {

  @Override
  public void find(Comparison comparison, Consumer<Danger> report) {
    for (BackupForm form : BackupForm.values()) {
      List<Pair> backups =
          comparison.pairs(form.kind()).stream()
              .filter(p -> !goesWithItsData(p, comparison))
              .toList();
      for (Pair backup : backups) {
        if (form.isRunning(backup.before())) {
          Pair now = successor(form, backup, backups);
          new Check(form, backup.before(), now, report).run();
        }
      }
    }
  }

  /** Nothing is left to be backed up where the database, or the namespace, goes as well. */
  private static boolean goesWithItsData(Pair backup, Comparison comparison) {
    String namespace =
        backup.before().at("spec", "template", "includedNamespaces").items().stream()
            .map(Node::text)
            .findFirst()
            .orElse(backup.name().namespace());
    boolean databaseGoes =
        comparison.pairs("MariaDB").stream()
            .anyMatch(p -> p.isRemoved() && p.name().namespace().equals(backup.name().namespace()));
    return comparison.losesNamespace(namespace) || (databaseGoes && !backup.isOf("Schedule"));
  }

  /** The backup afterwards: the same object, or the one that is new for the same data. */
  private static Pair successor(BackupForm form, Pair backup, List<Pair> backups) {
    if (!backup.isRemoved()) {
      return backup;
    }
    return backups.stream()
        .filter(other -> other.isAdded() && form.isRunning(other.after()))
        .filter(other -> form.subject(other.after()).equals(form.subject(backup.before())))
        .findFirst()
        .orElse(backup);
  }

  /** Judges one backup. */
  private record Check(BackupForm form, Node before, Pair pair, Consumer<Danger> report) {

    void run() {
      Node after = pair.after();
      if (!form.isRunning(after)) {
        boolean gone = after.get("kind").isMissing();
        Node place = gone ? before : form.pause(after);
        tell(place, form.title() + (gone ? " is no longer made" : " is suspended"));
        return;
      }
      Node now = form.retention(after);
      Node old = form.retention(before);
      Optional<Long> hours = GoDuration.hours(now.text());
      Optional<Long> former = GoDuration.hours(old.text());
      if (hours.isPresent() && former.isPresent() && hours.get() < former.get()) {
        tell(now, form.title() + " is kept " + days(former.get()) + " -> " + days(hours.get()));
      }
      schedule(form.schedule(before), form.schedule(after));
    }

    private void schedule(Node former, Node now) {
      OptionalInt old = gap(former.text());
      OptionalInt gap = gap(now.text());
      if (old.isPresent() && gap.isPresent() && gap.getAsInt() > old.getAsInt()) {
        tell(
            now,
            form.title()
                + " has copies up to "
                + Count.of(old.getAsInt(), "day")
                + " -> "
                + Count.of(gap.getAsInt(), "day")
                + " apart ("
                + now.text()
                + ")");
      }
    }

    private void tell(Node place, String text) {
      report.accept(pair.danger(DangerKind.BACKUP_WEAKER, place, text));
    }
  }

  private static OptionalInt gap(String cron) {
    return CronSchedule.parse(cron)
        .value()
        .map(CronSchedule::longestGap)
        .orElse(OptionalInt.empty());
  }

  private static String days(long hours) {
    return hours % 24 == 0 ? Count.of(hours / 24, "day") : Count.of(hours, "hour");
  }
}
