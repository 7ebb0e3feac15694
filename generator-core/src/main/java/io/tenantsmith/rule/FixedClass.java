package io.tenantsmith.rule;

import io.tenantsmith.model.Cluster.StorageClasses;
import io.tenantsmith.model.ClusterKeys;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.PublishedFacts.Fixed;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.objects.ImmutableField;
import io.tenantsmith.objects.ImmutableFields;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A class of storage that a cluster states. Which fields of a tenant's objects it becomes stands
 * here; which of them nobody changes, and so whether it is fixed, the one table of fixed fields
 * says.
 */
public enum FixedClass {
  SHARED(
      ClusterKeys.SHARED_CLASS,
      StorageClasses::sharedClass,
      Fixed::shared,
      "PersistentVolumeClaim spec.storageClassName"),
  SINGLE(
      ClusterKeys.SINGLE_CLASS,
      StorageClasses::singleClass,
      Fixed::single,
      "PersistentVolumeClaim spec.storageClassName",
      "MariaDB spec.storage.storageClassName"),
  SNAPSHOT(
      ClusterKeys.SNAPSHOT_CLASS,
      StorageClasses::snapshotClass,
      Fixed::snapshot,
      "PhysicalBackup spec.storage");

  private final Key<String> key;
  private final Function<StorageClasses, Sourced<String>> stated;
  private final Function<Fixed, @Nullable String> published;
  private final List<String> fields;

  FixedClass(
      Key<String> key,
      Function<StorageClasses, Sourced<String>> stated,
      Function<Fixed, @Nullable String> published,
      String... fields) {
    this.key = key;
    this.stated = stated;
    this.published = published;
    this.fields = List.of(fields);
  }

  /** How the setting is written in a cluster, for instance {@code storage_classes.shared}. */
  public String path() {
    return key.path();
  }

  /** The fields that it becomes and that nobody changes in an object that is there. */
  public List<ImmutableField> fixedFields() {
    return fields.stream().map(FixedClass::field).flatMap(List::stream).toList();
  }

  private static List<ImmutableField> field(String field) {
    String[] words = field.split(" ", 2);
    return ImmutableFields.of(words[0]).stream()
        .filter(fixed -> fixed.display().equals(words[1]))
        .toList();
  }

  /** Those of them that are fixed. */
  static List<FixedClass> all() {
    return Arrays.stream(values()).filter(each -> !each.fixedFields().isEmpty()).toList();
  }

  Sourced<String> stated(StorageClasses classes) {
    return stated.apply(classes);
  }

  /** What is published of it; null where a tenant does not use it. */
  @Nullable String published(Fixed fixed) {
    return published.apply(fixed);
  }
}
