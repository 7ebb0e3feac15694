package io.tenantsmith.harness;

import io.tenantsmith.template.NamedValues;
import io.tenantsmith.template.ObjectTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every template and every table of values that a class of {@code render} and below keeps in a
 * static field, also in a list, a map or a constant of its own, so that nobody has to list them.
 */
public final class CompiledTemplates {

  private static final String ROOMS = "io/tenantsmith/render";

  private final Map<ObjectTemplate<?>, String> templates = new LinkedHashMap<>();
  private final Map<NamedValues<?>, String> tables = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private CompiledTemplates() {}

  /** Those of all rooms. */
  public static CompiledTemplates ofRooms() {
    CompiledTemplates found = new CompiledTemplates();
    for (Path file : below(".class")) {
      found.addClass(ROOMS + "/" + below().relativize(file));
    }
    for (Map.Entry<ObjectTemplate<?>, String> template : found.templates.entrySet()) {
      for (NamedValues<?> table : template.getKey().values().tables()) {
        found.tables.putIfAbsent(table, "a table of " + template.getValue());
      }
    }
    return found;
  }

  /** The templates with the class and field that keep each. */
  public Map<ObjectTemplate<?>, String> templates() {
    return templates;
  }

  /** The tables with the class and field that keep each, or the template that has it. */
  public Map<NamedValues<?>, String> tables() {
    return tables;
  }

  /** What did not compile, and why. */
  public List<String> problems() {
    return problems;
  }

  /** The template files that lie beside the classes, by the names that templates call them. */
  public static SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>();
    for (Path file : below(".yaml")) {
      files.put(ROOMS + "/" + below().relativize(file), YamlTrees.text(file));
    }
    return files;
  }

  private void addClass(String file) {
    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    try {
      Class<?> type = Class.forName(name);
      for (Field field : type.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          field.setAccessible(true);
          add(field.get(null), type.getSimpleName() + "." + field.getName());
        }
      }
    } catch (ExceptionInInitializerError e) {
      problems.add(name + ": " + e.getCause().getMessage());
    } catch (NoClassDefFoundError e) {
      // A class whose table needs another one that did not compile, which is named itself.
      problems.add(name + ": " + e.getMessage());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name, e);
    }
  }

  private void add(Object value, String where) {
    if (value == null || !seen.add(value)) {
      return;
    }
    if (value instanceof ObjectTemplate<?> template) {
      templates.put(template, where);
    } else if (value instanceof NamedValues<?> table) {
      tables.put(table, where);
    } else if (value instanceof Collection<?> collection) {
      collection.forEach(item -> add(item, where));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, item) -> add(item, where + "[" + key + "]"));
    } else if (value.getClass().getName().startsWith(ROOMS.replace('/', '.') + ".")) {
      addFields(value, where);
    }
  }

  private void addFields(Object value, String where) {
    try {
      for (Field field : value.getClass().getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          field.setAccessible(true);
          add(field.get(value), where + "." + field.getName());
        }
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(where, e);
    }
  }

  private static List<Path> below(String suffix) {
    try (Stream<Path> files = Files.walk(below())) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path below() {
    try {
      Path classes =
          Path.of(ObjectTemplate.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return classes.resolve(ROOMS);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
