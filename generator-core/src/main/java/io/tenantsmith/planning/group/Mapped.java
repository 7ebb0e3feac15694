package io.tenantsmith.planning.group;

import io.tenantsmith.plan.FileChange;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.ObjectName;
import io.tenantsmith.plan.TextChange;
import io.tenantsmith.plan.ValueChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Changes with every text in them replaced by another.
 *
 * @param text gives the very same text where there is nothing to replace
 */
record Mapped(UnaryOperator<String> text) {

  /** A tree, its keys included; parts in which nothing is replaced are the very same. */
  @Nullable Object of(@Nullable Object tree) {
    if (tree instanceof String own) {
      return text.apply(own);
    }
    if (tree instanceof Map<?, ?> map) {
      return map(map);
    }
    return tree instanceof List<?> list ? list(list) : tree;
  }

  private Object map(Map<?, ?> map) {
    Map<String, @Nullable Object> mapped = new LinkedHashMap<>();
    boolean differs = false;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String key = (String) entry.getKey();
      String mappedKey = text.apply(key);
      Object value = of(entry.getValue());
      differs |= !mappedKey.equals(key) || value != entry.getValue();
      mapped.put(mappedKey, value);
    }
    return differs ? mapped : map;
  }

  private Object list(List<?> list) {
    List<@Nullable Object> mapped = new ArrayList<>(list.size());
    boolean differs = false;
    for (Object item : list) {
      Object value = of(item);
      differs |= value != item;
      mapped.add(value);
    }
    return differs ? mapped : list;
  }

  ObjectChange of(ObjectChange change) {
    return new ObjectChange(
        of(change.object()),
        change.fate(),
        text.apply(change.file()),
        change.values().stream().map(this::of).toList());
  }

  private ObjectName of(ObjectName name) {
    return new ObjectName(
        name.apiVersion(), name.kind(), text.apply(name.namespace()), text.apply(name.name()));
  }

  private ValueChange of(ValueChange value) {
    return new ValueChange(
        texts(value.path()),
        of(value.before()),
        of(value.after()),
        value.form(),
        value.text() == null ? null : of(value.text()),
        value.causes());
  }

  private TextChange of(TextChange change) {
    return new TextChange(
        change.language(), change.values().stream().map(this::of).toList(), texts(change.lines()));
  }

  FileChange of(FileChange change) {
    return new FileChange(
        text.apply(change.file()), change.fate(), change.derived(), of(change.text()));
  }

  private List<String> texts(List<String> texts) {
    return texts.stream().map(text).toList();
  }
}
