package io.tenantsmith.template;

import io.tenantsmith.yaml.YamlWriter;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable mapping in the writer's order. Its keys are an array that all renderings of a
 * template share, so that a mapping costs one array of values.
 */
final class FieldMap extends AbstractMap<String, Object> {

  private final String[] keys;
  private final Object[] values;

  private FieldMap(String[] keys, Object[] values) {
    this.keys = keys;
    this.values = values;
  }

  /** A mapping of keys that are sorted; the arrays are the mapping's from now on. */
  static FieldMap of(String[] sortedKeys, Object[] values) {
    return new FieldMap(sortedKeys, values);
  }

  /** A mapping of sorted keys without those whose value is null. */
  static FieldMap ofPresent(String[] sortedKeys, @Nullable Object[] values, int present) {
    String[] keys = new String[present];
    Object[] kept = new Object[present];
    int next = 0;
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value != null) {
        keys[next] = sortedKeys[i];
        kept[next++] = value;
      }
    }
    return new FieldMap(keys, kept);
  }

  /** A deep copy of any mapping. */
  static FieldMap copyOf(Map<?, ?> map) {
    String[] keys = new String[map.size()];
    int next = 0;
    for (Object key : map.keySet()) {
      if (!(key instanceof String text)) {
        throw new IllegalArgumentException("a key that is no string");
      }
      keys[next++] = text;
    }
    Arrays.sort(keys, YamlWriter.keyOrder());
    Object[] values = new Object[keys.length];
    for (int i = 0; i < keys.length; i++) {
      values[i] = FieldTree.immutable(map.get(keys[i]));
    }
    return new FieldMap(keys, values);
  }

  @Override
  public int size() {
    return keys.length;
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    if (!(key instanceof String text)) {
      return null;
    }
    // Strings know their hashes, which tell almost all of them apart.
    int hash = text.hashCode();
    for (int i = 0; i < keys.length; i++) {
      if (keys[i].hashCode() == hash && keys[i].equals(text)) {
        return values[i];
      }
    }
    return null;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return new Entries();
  }

  /** Without an object for each entry. */
  @Override
  public Set<String> keySet() {
    return new Keys();
  }

  /** Without an object for each entry. */
  @Override
  public Collection<Object> values() {
    return Collections.unmodifiableList(Arrays.asList(values));
  }

  /** Without an object for each entry. */
  @Override
  public void forEach(BiConsumer<? super String, ? super Object> action) {
    for (int i = 0; i < keys.length; i++) {
      action.accept(keys[i], values[i]);
    }
  }

  private final class Keys extends AbstractSet<String> {

    @Override
    public int size() {
      return keys.length;
    }

    @Override
    public boolean contains(@Nullable Object key) {
      return containsKey(key);
    }

    @Override
    public Iterator<String> iterator() {
      return Arrays.asList(keys).iterator();
    }

    @Override
    public Object[] toArray() {
      return Arrays.copyOf(keys, keys.length, Object[].class);
    }
  }

  private final class Entries extends AbstractSet<Entry<String, Object>> {

    @Override
    public int size() {
      return keys.length;
    }

    @Override
    public Iterator<Entry<String, Object>> iterator() {
      return new EntryIterator();
    }
  }

  private final class EntryIterator implements Iterator<Entry<String, Object>> {

    private int next;

    @Override
    public boolean hasNext() {
      return next < keys.length;
    }

    @Override
    public Entry<String, Object> next() {
      if (next == keys.length) {
        throw new NoSuchElementException();
      }
      return new SimpleImmutableEntry<>(keys[next], values[next++]);
    }
  }
}
