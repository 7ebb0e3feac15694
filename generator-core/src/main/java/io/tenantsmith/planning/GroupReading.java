package io.tenantsmith.planning;

import io.tenantsmith.model.Document;
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
import io.tenantsmith.statement.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads what a group of tenants, or what they share, has changed: why, and how dangerous it is. */
final class GroupReading {

  private final ChangedInputs inputs;
  private final GroupDangers dangers;
  private final SortedSet<Statement> named = new TreeSet<>();

  GroupReading(ChangedInputs inputs, GroupDangers dangers) {
    this.inputs = inputs;
    this.dangers = dangers;
  }

  /**
   * What was read of the first tenant of a group, while its files were at hand.
   *
   * @param causes of the changes of the group, which names them by number
   * @param named the statements that are causes
   */
  record First(String id, List<Cause> causes, Set<Statement> named, List<Danger> dangers) {

    /** Copies the collections. */
    First {
      causes = List.copyOf(causes);
      named = Set.copyOf(named);
      dangers = List.copyOf(dangers);
    }
  }

  /** Reads a group by its first tenant, before others join it. */
  First first(Group group, ComparedTenant tenant, List<FileChange> files) {
    String id = tenant.either().id();
    Attributed attributed =
        inputs.why(
            new Representative(
                id, tenant.filesBefore(), tenant.filesAfter(), group.objectsOf(id), files));
    group.because(
        attributed.objects().stream()
            .map(object -> object.values().stream().map(ValueChange::causes).toList())
            .toList());
    return new First(id, attributed.causes(), attributed.named(), dangers.of(tenant));
  }

  /** A group of which all tenants are known. */
  ChangeGroup of(PlannedGroup planned) {
    Group group = planned.group();
    First first = planned.first();
    group.tenants().forEach(tenant -> name(first, tenant.id()));
    return new ChangeGroup(
        new ChangeGroup.Scope(group.fate(), "", false),
        group.tenants(),
        group.objects(),
        group.files(),
        first.causes().stream().map(cause -> ofAll(cause, group)).toList(),
        first.dangers().stream().map(danger -> ofAll(danger, group)).toList(),
        planned.before(),
        planned.after());
  }

  /** The statements of the inputs that are causes of what was read so far. */
  Set<Statement> named() {
    return named;
  }

  /** What a tenant states itself, the others of its group state themselves. */
  private void name(First first, String id) {
    for (Statement statement : first.named()) {
      named.add(
          statement.document() == Document.TENANT && statement.owner().equals(first.id())
              ? new Statement(Document.TENANT, id, statement.path())
              : statement);
    }
  }

  /**
   * What the tenants of a cluster share; empty if nothing of it differs.
   *
   * @param tenants ids of the tenants there that differ
   */
  Optional<ChangeGroup> ofShared(
      String cluster, List<TreeFile> old, List<TreeFile> now, List<String> tenants) {
    List<ObjectChange> objects = Difference.changes(Difference.matched(old, now));
    List<FileChange> files = Difference.files(old, now);
    if (objects.isEmpty() && files.isEmpty()) {
      return Optional.empty();
    }
    Attributed attributed =
        inputs.whyShared(new Representative(cluster, old, now, objects, files), tenants);
    named.addAll(attributed.named());
    return Optional.of(
        new ChangeGroup(
            new ChangeGroup.Scope(Fate.CHANGED, cluster, true),
            List.of(),
            attributed.objects(),
            files,
            attributed.causes(),
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
