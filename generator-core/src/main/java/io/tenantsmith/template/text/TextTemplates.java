package io.tenantsmith.template.text;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The templates of one folder. A template sees maps, lists and scalars only and can call nothing; a
 * name that is missing is an error. Thread-safe.
 */
public final class TextTemplates {

  private final String folder;
  private final Map<String, UnaryOperator<String>> filters;
  private final Set<String> fixed = ConcurrentHashMap.newKeySet();
  private @Nullable PebbleEngine engine;

  /**
   * The templates of a folder; nothing is read before a text is requested.
   *
   * @param folder on the class path, for instance {@code io/tenantsmith/render/identity}
   * @param filters filters for strings, by their names in templates
   */
  public TextTemplates(String folder, Map<String, UnaryOperator<String>> filters) {
    this.folder = folder;
    this.filters = Map.copyOf(filters);
  }

  /** A template, compiled when its first text is asked for. */
  public TextTemplate template(String name) {
    return new TextTemplate(this, name);
  }

  /** The engine keeps what it has compiled. */
  PebbleTemplate compiled(String name) {
    return engine().getTemplate(name);
  }

  /** Whether a template was read in which nothing depends on what it is filled with. */
  boolean isFixed(String name) {
    return fixed.contains(name);
  }

  private synchronized PebbleEngine engine() {
    PebbleEngine made = engine;
    if (made == null) {
      made = started();
      engine = made;
    }
    return made;
  }

  private PebbleEngine started() {
    ClasspathLoader loader = new Noting(fixed);
    loader.setPrefix(folder);
    loader.setSuffix(".peb");
    return new PebbleEngine.Builder()
        .loader(loader)
        .strictVariables(true)
        .autoEscaping(false)
        .newLineTrimming(false)
        .methodAccessValidator((object, method) -> false)
        .defaultLocale(Locale.ROOT)
        .extension(new Quoting(filters))
        .build();
  }

  /** Notes which templates have no tag. */
  private static final class Noting extends ClasspathLoader {

    private final Set<String> fixed;

    Noting(Set<String> fixed) {
      super(TextTemplates.class.getClassLoader());
      this.fixed = fixed;
    }

    @Override
    public Reader getReader(String name) {
      StringWriter source = new StringWriter();
      try (Reader file = super.getReader(name)) {
        file.transferTo(source);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      String text = source.toString();
      if (!text.contains("{{") && !text.contains("{%") && !text.contains("{#")) {
        fixed.add(name);
      }
      return new StringReader(text);
    }
  }

  /** Adds the filters. */
  private static final class Quoting extends AbstractExtension {

    private final Map<String, Filter> filters = new LinkedHashMap<>();

    Quoting(Map<String, UnaryOperator<String>> quotes) {
      quotes.forEach((name, quote) -> filters.put(name, new TextFilter(name, quote)));
    }

    @Override
    public Map<String, Filter> getFilters() {
      return filters;
    }
  }
}
