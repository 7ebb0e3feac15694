package io.tenantsmith.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What the static fields of our classes hold. The type of a field does not say whether its map can
 * change, so that the values themselves are looked at.
 */
final class StaticValues {

  private StaticValues() {}

  /** The static fields that can change, each with what is wrong; sorted. */
  static List<String> mutable(JavaClasses classes) {
    List<String> mutable = new ArrayList<>();
    for (var type : classes) {
      for (JavaField field : type.getFields()) {
        if (isOurs(field)) {
          String why = why(field);
          if (!why.isEmpty()) {
            mutable.add(field.getFullName() + " " + why);
          }
        }
      }
    }
    mutable.sort(null);
    return mutable;
  }

  /** Compilers add fields of their own, for instance the values of an enum. */
  private static boolean isOurs(JavaField field) {
    return field.getModifiers().contains(JavaModifier.STATIC)
        && !field.getModifiers().contains(JavaModifier.SYNTHETIC)
        && !field.getName().startsWith("$");
  }

  private static String why(JavaField field) {
    if (!field.getModifiers().contains(JavaModifier.FINAL)) {
      return "is not final";
    }
    try {
      Field reflected = field.reflect();
      reflected.setAccessible(true);
      return why(reflected.get(null));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field.getFullName(), e);
    }
  }

  private static String why(Object value) {
    if (value == null) {
      return "";
    }
    Class<?> type = value.getClass();
    if (type.isArray()) {
      return "is an array";
    }
    if (value instanceof Map<?, ?> || value instanceof Collection<?>) {
      return isUnmodifiable(type) ? "" : "holds a " + type.getName() + ", which can change";
    }
    boolean mutable =
        value instanceof StringBuilder
            || value instanceof ThreadLocal<?>
            || value instanceof AtomicReference<?>
            || type.getName().startsWith("java.util.concurrent.");
    return mutable ? "holds a " + type.getName() + ", which can change" : "";
  }

  private static boolean isUnmodifiable(Class<?> type) {
    return type.getName().startsWith("java.util.ImmutableCollections$")
        || type.getName().startsWith("java.util.Collections$Unmodifiable")
        || type.getName().startsWith("java.util.Collections$Empty");
  }
}
