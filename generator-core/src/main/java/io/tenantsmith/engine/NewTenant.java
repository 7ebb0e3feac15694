package io.tenantsmith.engine;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is stated of a tenant that has no file yet.
 *
 * @param stated texts by field, as they were written; a field that nobody stated is missing
 */
public record NewTenant(SortedMap<TenantField, List<String>> stated) {

  /** Nothing is stated. */
  public static final NewTenant EMPTY = new NewTenant(new TreeMap<>());

  /** Copies the map. */
  public NewTenant {
    SortedMap<TenantField, List<String>> copy = new TreeMap<>();
    for (Map.Entry<TenantField, List<String>> entry : stated.entrySet()) {
      if (!entry.getValue().isEmpty()) {
        copy.put(entry.getKey(), List.copyOf(entry.getValue()));
      }
    }
    stated = Collections.unmodifiableSortedMap(copy);
  }

  /** The same tenant with a field; null states nothing. */
  public NewTenant with(TenantField field, @Nullable String text) {
    return text == null ? this : with(field, List.of(text));
  }

  /** The same tenant with a field that holds a list; an empty one states nothing. */
  public NewTenant with(TenantField field, List<String> texts) {
    SortedMap<TenantField, List<String>> more = new TreeMap<>(stated);
    more.put(field, texts);
    return new NewTenant(more);
  }

  /** The same tenant, in which that field is not stated. */
  public NewTenant without(TenantField field) {
    return with(field, List.of());
  }

  /** The text of a field, if it is stated. */
  public Optional<String> text(TenantField field) {
    return Optional.ofNullable(stated.get(field)).map(texts -> texts.get(0));
  }

  /** Whether a field is stated. */
  public boolean states(TenantField field) {
    return stated.containsKey(field);
  }
}
