package io.tenantsmith.planning.group;

import io.tenantsmith.plan.ChangedTenant;
import io.tenantsmith.plan.Fate;
import io.tenantsmith.plan.FileChange;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.ValueChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tenants with the same change; it grows while tenants join it. */
public final class Group {

  private final Fate fate;
  private final List<ChangedTenant> tenants = new ArrayList<>();
  private final List<FileChange> files;
  private List<ObjectChange> objects;

  Group(Fate fate, List<ObjectChange> objects, List<FileChange> files) {
    this.fate = fate;
    this.objects = objects;
    this.files = files;
  }

  void join(ChangedTenant tenant) {
    tenants.add(tenant);
  }

  /** What becomes of the tenants. */
  public Fate fate() {
    return fate;
  }

  /** Whether the tenant that was added last is its first one. */
  public boolean isNew() {
    return tenants.size() == 1;
  }

  /** Who they are, sorted by id; a tenant alone has no placeholders. */
  public List<ChangedTenant> tenants() {
    if (isNew()) {
      ChangedTenant only = tenants.get(0);
      return List.of(new ChangedTenant(only.id(), only.tier(), only.cluster(), new TreeMap<>()));
    }
    return tenants.stream().sorted(Comparator.comparing(ChangedTenant::id)).toList();
  }

  /** What changes, with placeholders if there are several tenants. */
  public List<ObjectChange> objects() {
    return isNew() ? objectsOf(tenants.get(0).id()) : objects;
  }

  /** The same of files without objects. */
  public List<FileChange> files() {
    Mapped names = names(tenants.get(0).id());
    return isNew() ? files.stream().map(names::of).toList() : files;
  }

  /** What changes of one of its tenants, by its own names. */
  public List<ObjectChange> objectsOf(String id) {
    return objects.stream().map(names(id)::of).toList();
  }

  /**
   * Says what moved each value.
   *
   * @param indexes for each object, for each of its values, the indexes of the group's causes
   */
  public void because(List<List<List<Integer>>> indexes) {
    List<ObjectChange> caused = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      List<ValueChange> values = new ArrayList<>();
      for (int j = 0; j < objects.get(i).values().size(); j++) {
        values.add(objects.get(i).values().get(j).because(indexes.get(i).get(j)));
      }
      caused.add(objects.get(i).with(values));
    }
    objects = List.copyOf(caused);
  }

  /**
   * A text about the first tenant as it holds for all: with placeholders if there are several
   * tenants.
   */
  public String ofAll(String text) {
    if (isNew()) {
      return text;
    }
    SortedMap<String, String> names = tenants.get(0).names();
    Map<String, String> byText = new TreeMap<>();
    names.forEach((placeholder, name) -> byText.putIfAbsent(name, placeholder));
    return new Placeholders(byText).placed(text);
  }

  private Mapped names(String id) {
    SortedMap<String, String> names =
        tenants.stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow().names();
    return new Mapped(text -> names.isEmpty() ? text : Placeholders.restored(text, names));
  }
}
