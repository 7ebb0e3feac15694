package io.tenantsmith.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One value of a tenant, of its cluster or of the fleet: its name, where it may be stated, how it
 * is written, how layers are merged and what its default is. Keys are compared by identity: a
 * tier's {@code custom_domains} is a number, a tenant's a list.
 *
 * @param <T> type of the value; immutable
 */
public final class Key<T> {

  private final String path;
  private final @Nullable Form<T> form;
  private final List<Document> documents;
  private final Merge merge;
  private final @Nullable Setting<T> constant;
  private final @Nullable Function<Settings, @Nullable T> otherwise;
  private final @Nullable Function<Settings, Key<?>> decider;

  private Key(Row<T> row, @Nullable Setting<T> constant, List<Document> documents, Merge merge) {
    this.path = row.path;
    this.form = row.form;
    this.otherwise = row.otherwise;
    this.decider = row.decider;
    this.constant = constant;
    this.documents = documents;
    this.merge = merge;
  }

  /** The parts of a key apart from its place in the table. */
  private record Row<T>(
      String path,
      @Nullable Form<T> form,
      @Nullable Function<Settings, @Nullable T> otherwise,
      @Nullable Function<Settings, Key<?>> decider) {}

  /** A key whose value is written in that form. */
  static <T> Key<T> of(String path, Form<T> form) {
    return new Key<>(new Row<>(path, form, null, null), null, List.of(), Merge.REPLACE);
  }

  /** A key that no file states: it follows from others; null for no value. */
  static <T> Key<T> from(String path, Function<Settings, @Nullable T> otherwise) {
    return from(path, otherwise, null);
  }

  /** The same, where one of the others decides, for instance the smallest of them. */
  static <T> Key<T> from(
      String path,
      Function<Settings, @Nullable T> otherwise,
      @Nullable Function<Settings, Key<?>> decider) {
    return new Key<>(new Row<>(path, null, otherwise, decider), null, List.of(), Merge.REPLACE);
  }

  /** The same key, stated in these documents. */
  Key<T> in(Document... places) {
    return new Key<>(row(otherwise), constant, List.of(places), merge);
  }

  /** The same key with another rule for merging layers. */
  Key<T> merged(Merge rule) {
    return new Key<>(row(otherwise), constant, documents, rule);
  }

  /** The same key with a constant value where nothing is stated. */
  Key<T> otherwise(T value) {
    return new Key<>(row(null), Setting.of(value, Origin.BUILT_IN), documents, merge);
  }

  /** The same key with a value that follows from others where nothing is stated. */
  Key<T> from(Function<Settings, @Nullable T> others) {
    return new Key<>(row(others), null, documents, merge);
  }

  /** Path of the field in its file, for instance {@code resources.cpu_limit}. */
  public String path() {
    return path;
  }

  /** How it is written; empty for a key that no file states. */
  public Optional<Form<T>> form() {
    return Optional.ofNullable(form);
  }

  /** Where it may be stated. */
  public List<Document> documents() {
    return documents;
  }

  /** How layers are merged. */
  public Merge merge() {
    return merge;
  }

  /** Whether it follows from others where nothing is stated. */
  public boolean isDerived() {
    return otherwise != null;
  }

  /** Sets its default where nothing is stated. */
  void complete(SettingsBuilder settings) {
    if (constant != null) {
      settings.put(this, constant);
    } else if (otherwise != null) {
      settings.derive(this, otherwise, decider);
    }
  }

  @Override
  public String toString() {
    return path;
  }

  private Row<T> row(@Nullable Function<Settings, @Nullable T> others) {
    return new Row<>(path, form, others, null);
  }
}
