package io.tenantsmith.planning;

import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Settings;
import io.tenantsmith.plan.Amounts;
import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.Fate;
import io.tenantsmith.plan.FileChange;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.ObjectName;
import io.tenantsmith.planning.danger.DangerBook;
import io.tenantsmith.planning.danger.DangerContext;
import io.tenantsmith.planning.difference.Difference;
import io.tenantsmith.planning.difference.MatchedObject;
import io.tenantsmith.planning.difference.TreeFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a group of tenants, or what they share, has changed: why, and how dangerous it is. */
final class GroupReading {

  private final Side before;
  private final Side after;
  private final Map<String, String> ownersBefore;
  private final Map<String, String> ownersAfter;

  GroupReading(Side before, Side after) {
    this.before = before;
    this.after = after;
    this.ownersBefore = owners(before);
    this.ownersAfter = owners(after);
  }

  /** A group of tenants, read by one of them. */
  ChangeGroup of(TenantGroups.Group group, ComparedTenant tenant) {
    return new ChangeGroup(
        new ChangeGroup.Scope(group.fate(), "", false),
        group.tenants(),
        group.objects(),
        group.files(),
        List.of(),
        dangers(tenant),
        group.before(),
        group.after());
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
                dangers(old, now),
                Amounts.NONE,
                Amounts.NONE));
  }

  /** The dangers of a tenant's change. */
  List<Danger> dangers(ComparedTenant tenant) {
    String id = tenant.either().id();
    DangerContext context =
        new DangerContext(
            new DangerContext.Side(ownersBefore, settings(before, id)),
            new DangerContext.Side(ownersAfter, settings(after, id)));
    return DangerBook.dangers(all(tenant.filesBefore(), tenant.filesAfter()), context);
  }

  /** The dangers of a change of what tenants share. */
  List<Danger> dangers(List<TreeFile> old, List<TreeFile> now) {
    DangerContext context =
        new DangerContext(
            new DangerContext.Side(ownersBefore, null), new DangerContext.Side(ownersAfter, null));
    return DangerBook.dangers(all(old, now), context);
  }

  /** Every object in either state: also those that do not differ say what a change means. */
  private static List<MatchedObject> all(List<TreeFile> old, List<TreeFile> now) {
    List<MatchedObject> all = new ArrayList<>(Difference.matched(old, now));
    Set<ObjectName> differing = new HashSet<>();
    all.forEach(object -> differing.add(object.name()));
    for (TreeFile file : now) {
      for (var object : file.objects()) {
        ObjectName name = Difference.name(object.ref());
        if (differing.add(name)) {
          all.add(new MatchedObject(name, file.path(), object.tree(), object.tree()));
        }
      }
    }
    return all;
  }

  private static @Nullable Settings settings(Side side, String id) {
    return side.inputs(id).map(ResolvedTenant::settings).orElse(null);
  }

  private static Map<String, String> owners(Side side) {
    return DangerContext.owners(
        side.ids().stream().flatMap(id -> side.inputs(id).stream()).toList());
  }
}
