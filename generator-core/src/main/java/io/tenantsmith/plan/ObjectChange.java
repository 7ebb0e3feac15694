package io.tenantsmith.plan;

import java.util.List;

/**
 * One Kubernetes object that differs, as it arrives in the cluster: with the tenant's patches.
 *
 * @param file path of its file below the tree's root
 * @param values what differs in it, in the order of its fields; one value with an empty path for an
 *     object that is added or removed
 */
public record ObjectChange(ObjectName object, Fate fate, String file, List<ValueChange> values) {

  /** Copies the list. */
  public ObjectChange {
    values = List.copyOf(values);
  }

  /** Whether nothing differs in it but what follows from other changes. */
  public boolean isDerived() {
    return values.stream().allMatch(ValueChange::isFolded);
  }

  /** The same change with other values. */
  public ObjectChange with(List<ValueChange> other) {
    return new ObjectChange(object, fate, file, other);
  }
}
