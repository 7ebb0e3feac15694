package io.tenantsmith.planning.cause;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.KeyTable;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.plan.Cause;
import io.tenantsmith.plan.Stated;
import io.tenantsmith.statement.ChangedStatement;
import io.tenantsmith.statement.StatedText;
import io.tenantsmith.statement.Statement;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Causes in words, with values and places. */
final class CauseWords {

  private CauseWords() {}

  /**
   * A statement that changed.
   *
   * @param without the tenant without it, where it is new: what it overrides
   */
  static Cause of(ChangedStatement changed, Optional<ResolvedTenant> without) {
    Statement statement = changed.statement();
    if (statement.path().equals(TenantKeys.FILE.path())) {
      return plain(Cause.Kind.FILE, moved(changed));
    }
    Stated before = stated(statement, changed.before());
    return new Cause(
        Cause.Kind.SETTING,
        statement.field(),
        before == null
            ? without.flatMap(tenant -> overridden(statement, tenant)).orElse(null)
            : before,
        stated(statement, changed.after()),
        text(changed));
  }

  /** A cause that is no statement. */
  static Cause plain(Cause.Kind kind, String text) {
    return new Cause(kind, "", null, null, text);
  }

  /** A value as its file states it. */
  static @Nullable Stated stated(Statement statement, @Nullable Sourced<?> value) {
    return value == null
        ? null
        : new Stated(
            StatedText.of(value.value()), statement.document().layer().label(), value.range());
  }

  /** A file and its line. */
  static String line(SourceRange place) {
    return place.isWholeFile() ? place.file() : place.file() + ":" + place.line();
  }

  private static String text(ChangedStatement changed) {
    SourceRange place = changed.place();
    return changed.after() == null
        ? place.file() + " no longer states " + changed.statement().field() + was(place)
        : line(place);
  }

  private static String was(SourceRange place) {
    return place.isWholeFile() ? "" : ", which was in line " + place.line();
  }

  private static String moved(ChangedStatement changed) {
    return Objects.requireNonNull(changed.before()).value()
        + " is "
        + Objects.requireNonNull(changed.after()).value()
        + " now";
  }

  private static Optional<Stated> overridden(Statement statement, ResolvedTenant tenant) {
    return key(statement).flatMap(key -> tenant.settings().find(key)).map(CauseWords::stated);
  }

  private static Stated stated(Setting<?> setting) {
    return new Stated(
        StatedText.of(setting.value()), setting.origin().layer().label(), setting.origin().range());
  }

  private static Optional<Key<?>> key(Statement statement) {
    String path = statement.path().replaceFirst("^set\\.", "");
    for (Key<?> key : KeyTable.of(statement.document())) {
      if (key.path().equals(path)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }
}
