package io.tenantsmith.planning.group;

import io.tenantsmith.plan.FileChange;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.ObjectName;
import io.tenantsmith.plan.ValueChange;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A digest of what two changes must have in common to be the same; long enough never to lie. */
final class ChangeDigest {

  private final MessageDigest digest;

  ChangeDigest() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The first half of the digest of all that was added. */
  Value value() {
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
    return new Value(bytes.getLong(), bytes.getLong());
  }

  /** 128 bits. */
  record Value(long high, long low) {}

  ChangeDigest add(ObjectChange change) {
    ObjectName name = change.object();
    add(name.apiVersion()).add(name.kind()).add(name.namespace()).add(name.name());
    add(change.fate().label()).add(change.file());
    size('v', change.values());
    change.values().forEach(this::add);
    return this;
  }

  ChangeDigest add(FileChange change) {
    add(change.file()).add(change.fate().label());
    if (!change.derived()) {
      size('t', change.text().lines());
      change.text().lines().forEach(this::add);
      size('v', change.text().values());
      change.text().values().forEach(this::add);
    }
    return this;
  }

  /** How texts differ is in their values already. */
  private void add(ValueChange value) {
    size('p', value.path());
    value.path().forEach(this::add);
    add(value.form().name());
    addTree(value.before());
    addTree(value.after());
  }

  ChangeDigest add(Value value) {
    digest.update(ByteBuffer.allocate(16).putLong(value.high()).putLong(value.low()).flip());
    return this;
  }

  ChangeDigest add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    length('s', bytes.length);
    digest.update(bytes);
    return this;
  }

  private void addTree(@Nullable Object tree) {
    if (tree instanceof Map<?, ?> map) {
      TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
      map.forEach((key, value) -> sorted.put((String) key, value));
      length('m', sorted.size());
      sorted.forEach(
          (key, value) -> {
            add(key);
            addTree(value);
          });
    } else if (tree instanceof List<?> list) {
      size('l', list);
      list.forEach(this::addTree);
    } else if (tree instanceof String text) {
      add(text);
    } else {
      length('o', 0);
      add(String.valueOf(tree));
    }
  }

  private void size(char kind, Collection<?> items) {
    length(kind, items.size());
  }

  private void length(char kind, int length) {
    digest.update(ByteBuffer.allocate(6).putChar(kind).putInt(length).flip());
  }
}
