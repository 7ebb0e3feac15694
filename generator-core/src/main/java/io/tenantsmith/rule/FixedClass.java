package io.tenantsmith.rule;

import io.tenantsmith.model.ClusterKeys;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.PublishedFacts.Fixed;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.StorageClasses;
import io.tenantsmith.objects.ImmutableField;
import io.tenantsmith.objects.ImmutableFields;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A class of storage that a cluster states and that nobody changes later. Which fields of a
 * tenant's objects it becomes stands here; which of them are fixed, the one table of fixed fields
 * says.
 *
 * @param key how it is stated
 * @param stated what is stated
 * @param published what is published of it; null where a tenant does not use it
 * @param fields the fields that it becomes and that nobody changes in an object that is there
 */
public record FixedClass(
    Key<String> key,
    Function<StorageClasses, Sourced<String>> stated,
    Function<Fixed, @Nullable String> published,
    List<ImmutableField> fields) {

  private static final String CLAIM = "PersistentVolumeClaim";

  /** Copies the list. */
  public FixedClass {
    fields = List.copyOf(fields);
  }

  /** All of them: a class of which no field is fixed may change. */
  public static List<FixedClass> all() {
    return Stream.of(
            new FixedClass(
                ClusterKeys.SHARED_CLASS,
                StorageClasses::sharedClass,
                Fixed::shared,
                fixed(CLAIM, "spec.storageClassName").toList()),
            new FixedClass(
                ClusterKeys.SINGLE_CLASS,
                StorageClasses::singleClass,
                Fixed::single,
                Stream.concat(
                        fixed(CLAIM, "spec.storageClassName"),
                        fixed("MariaDB", "spec.storage.storageClassName"))
                    .toList()),
            new FixedClass(
                ClusterKeys.SNAPSHOT_CLASS,
                StorageClasses::snapshotClass,
                Fixed::snapshot,
                fixed("PhysicalBackup", "spec.storage").toList()))
        .filter(each -> !each.fields.isEmpty())
        .toList();
  }

  private static Stream<ImmutableField> fixed(String kind, String path) {
    return ImmutableFields.of(kind).stream().filter(field -> field.display().equals(path));
  }
}
