package io.tenantsmith.planning;

import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Settings;
import io.tenantsmith.objects.Node;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.ObjectName;
import io.tenantsmith.planning.danger.DangerBook;
import io.tenantsmith.planning.danger.DangerContext;
import io.tenantsmith.planning.difference.Difference;
import io.tenantsmith.planning.difference.MatchedObject;
import io.tenantsmith.planning.difference.TreeFile;
import io.tenantsmith.render.KubernetesObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The dangers of what differs between two sides. */
final class GroupDangers {

  private final Side before;
  private final Side after;
  private final Map<String, String> ownersBefore;
  private final Map<String, String> ownersAfter;

  GroupDangers(Side before, Side after) {
    this.before = before;
    this.after = after;
    this.ownersBefore = owners(before);
    this.ownersAfter = owners(after);
  }

  /** Those of one tenant. */
  List<Danger> of(ComparedTenant tenant) {
    String id = tenant.either().id();
    return DangerBook.dangers(
        all(tenant.filesBefore(), tenant.filesAfter()),
        new DangerContext(
            new DangerContext.Side(ownersBefore(tenant, id), settings(before, id)),
            new DangerContext.Side(ownersAfter, settings(after, id))));
  }

  /** Where the inputs of the base are not known, a tenant has at least what it routes. */
  private Map<String, String> ownersBefore(ComparedTenant tenant, String id) {
    return before.inputs(id).isPresent() ? ownersBefore : routed(tenant.filesBefore(), id);
  }

  private static Map<String, String> routed(List<TreeFile> files, String id) {
    Map<String, String> owners = new HashMap<>();
    for (TreeFile file : files) {
      for (KubernetesObject object : file.objects()) {
        if (object.kind().equals("HTTPRoute")) {
          Node.of(object.tree())
              .at("spec", "hostnames")
              .items()
              .forEach(host -> owners.put(host.text(), id));
        }
      }
    }
    return owners;
  }

  /** Those of what tenants share. */
  List<Danger> of(List<TreeFile> old, List<TreeFile> now) {
    return DangerBook.dangers(
        all(old, now),
        new DangerContext(
            new DangerContext.Side(ownersBefore, null), new DangerContext.Side(ownersAfter, null)));
  }

  /** Every object in either state: also those that do not differ say what a change means. */
  private static List<MatchedObject> all(List<TreeFile> old, List<TreeFile> now) {
    List<MatchedObject> all = new ArrayList<>(Difference.matched(old, now));
    Set<ObjectName> differing = new HashSet<>();
    all.forEach(object -> differing.add(object.name()));
    for (TreeFile file : now) {
      for (KubernetesObject object : file.objects()) {
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
