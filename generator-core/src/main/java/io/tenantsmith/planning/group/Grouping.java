package io.tenantsmith.planning.group;

import io.tenantsmith.plan.ChangedTenant;
import io.tenantsmith.plan.Fate;
import io.tenantsmith.plan.FileChange;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.planning.difference.Difference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Groups of tenants with the same change. Of each tenant only its names are kept, of each group the
 * change of its first tenant; objects that change alike in several groups are kept once.
 */
public final class Grouping {

  private final Map<ChangeDigest.Value, Group> groups = new LinkedHashMap<>();
  private final Map<ChangeDigest.Value, ObjectChange> known = new HashMap<>();

  /**
   * Adds a tenant with its change.
   *
   * @param objects how texts in them differ is looked at once for each group
   * @return its group; {@link Group#isNew()} if no other tenant is in it so far
   */
  public Group add(Member member, Fate fate, List<ObjectChange> objects, List<FileChange> files) {
    Placeholders placeholders = placeholders(member, objects);
    Mapped mapped = new Mapped(placeholders::placed);
    List<ObjectChange> placed = objects.stream().map(mapped::of).toList();
    List<FileChange> placedFiles = files.stream().map(mapped::of).toList();
    return placeholders.isExact()
        ? join(member, "", placeholders.used(), fate, new Change(placed, placedFiles))
        : join(member, member.id(), new TreeMap<>(), fate, new Change(objects, files));
  }

  /** What changes of one tenant. */
  private record Change(List<ObjectChange> objects, List<FileChange> files) {}

  /** All groups, in the order of their first tenants. */
  public List<Group> groups() {
    return List.copyOf(groups.values());
  }

  private static Placeholders placeholders(Member member, List<ObjectChange> objects) {
    List<String> derived = new ArrayList<>();
    objects.forEach(object -> derived.addAll(Difference.digests(object)));
    return new Placeholders(member.names().withDerived(derived).byText());
  }

  private Group join(
      Member member, String alone, SortedMap<String, String> names, Fate fate, Change change) {
    ChangeDigest digest = new ChangeDigest().add(alone).add(member.alike()).add(fate.label());
    List<ObjectChange> shared = new ArrayList<>();
    for (ObjectChange object : change.objects()) {
      ChangeDigest.Value value = new ChangeDigest().add(object).value();
      digest.add(value);
      shared.add(known.computeIfAbsent(value, v -> Difference.withTexts(object)));
    }
    change.files().forEach(digest::add);
    Group group =
        groups.computeIfAbsent(digest.value(), value -> new Group(fate, shared, change.files()));
    group.join(new ChangedTenant(member.id(), member.tier(), member.cluster(), names));
    return group;
  }
}
