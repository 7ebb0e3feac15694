package io.tenantsmith.template.text;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The templates of one folder. A template sees maps, lists and scalars only and can call nothing; a
 * name that is missing is an error. Thread-safe.
 */
public final class TextTemplates {

  private final PebbleEngine engine;

  /**
   * Opens a folder.
   *
   * @param folder on the class path, for instance {@code io/tenantsmith/render/identity}
   * @param filters through which strings go, by the name that templates say
   */
  public TextTemplates(String folder, Map<String, UnaryOperator<String>> filters) {
    ClasspathLoader loader = new ClasspathLoader(TextTemplates.class.getClassLoader());
    loader.setPrefix(folder);
    loader.setSuffix(".peb");
    engine =
        new PebbleEngine.Builder()
            .loader(loader)
            .strictVariables(true)
            .autoEscaping(false)
            .newLineTrimming(false)
            .methodAccessValidator((object, method) -> false)
            .defaultLocale(Locale.ROOT)
            .extension(new Quoting(filters))
            .build();
  }

  /** A template, compiled. */
  public TextTemplate compiled(String name) {
    return new TextTemplate(engine.getTemplate(name));
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
