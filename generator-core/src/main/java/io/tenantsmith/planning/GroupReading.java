package io.tenantsmith.planning;

import io.tenantsmith.plan.Amounts;
import io.tenantsmith.plan.Cause;
import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.Fate;
import io.tenantsmith.plan.FileChange;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.ObjectName;
import io.tenantsmith.plan.ValueChange;
import io.tenantsmith.planning.cause.Attributed;
import io.tenantsmith.planning.cause.Representative;
import io.tenantsmith.planning.difference.Difference;
import io.tenantsmith.planning.difference.TreeFile;
import io.tenantsmith.planning.group.Group;
import java.util.List;
import java.util.Optional;

/** Reads what a group of tenants, or what they share, has changed: why, and how dangerous it is. */
final class GroupReading {

  private final ChangedInputs inputs;
  private final GroupDangers dangers;

  GroupReading(ChangedInputs inputs, GroupDangers dangers) {
    this.inputs = inputs;
    this.dangers = dangers;
  }

  /** A group of tenants, read by its first one. */
  ChangeGroup of(PlannedGroup planned, ComparedTenant first) {
    Group group = planned.group();
    String id = first.either().id();
    List<FileChange> files = Difference.files(first.filesBefore(), first.filesAfter());
    Attributed attributed =
        inputs.why(
            new Representative(
                id, first.filesBefore(), first.filesAfter(), group.objectsOf(id), files));
    group.because(
        attributed.objects().stream()
            .map(object -> object.values().stream().map(ValueChange::causes).toList())
            .toList());
    return new ChangeGroup(
        new ChangeGroup.Scope(group.fate(), "", false),
        group.tenants(),
        group.objects(),
        group.files(),
        attributed.causes().stream().map(cause -> ofAll(cause, group)).toList(),
        dangers.of(first).stream().map(danger -> ofAll(danger, group)).toList(),
        planned.before(),
        planned.after());
  }

  /** What the tenants of a cluster share; empty if nothing of it differs. */
  Optional<ChangeGroup> ofShared(String cluster, List<TreeFile> old, List<TreeFile> now) {
    List<ObjectChange> objects = Difference.changes(Difference.matched(old, now));
    List<FileChange> files = Difference.files(old, now);
    return objects.isEmpty() && files.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ChangeGroup(
                new ChangeGroup.Scope(Fate.CHANGED, cluster, true),
                List.of(),
                objects,
                files,
                List.of(),
                dangers.of(old, now),
                Amounts.NONE,
                Amounts.NONE));
  }

  private static Cause ofAll(Cause cause, Group group) {
    return new Cause(
        cause.kind(), cause.key(), cause.before(), cause.after(), group.ofAll(cause.text()));
  }

  private static Danger ofAll(Danger danger, Group group) {
    ObjectName name = danger.object();
    return new Danger(
        danger.kind(),
        new ObjectName(
            name.apiVersion(),
            name.kind(),
            group.ofAll(name.namespace()),
            group.ofAll(name.name())),
        danger.path().stream().map(group::ofAll).toList(),
        group.ofAll(danger.text()));
  }
}
