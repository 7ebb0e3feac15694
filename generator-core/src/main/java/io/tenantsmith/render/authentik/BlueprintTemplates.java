package io.tenantsmith.render.authentik;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;

/**
 * Renders the blueprint templates of this package. A template sees maps, lists and scalars only and
 * can call nothing; a name that is missing is an error. Thread-safe.
 */
final class BlueprintTemplates {

  private static final String FOLDER = "io/tenantsmith/render/authentik";

  private final PebbleEngine engine;

  BlueprintTemplates() {
    ClasspathLoader loader = new ClasspathLoader(BlueprintTemplates.class.getClassLoader());
    loader.setPrefix(FOLDER);
    loader.setSuffix(".peb");
    engine =
        new PebbleEngine.Builder()
            .loader(loader)
            .strictVariables(true)
            .autoEscaping(false)
            .newLineTrimming(false)
            .methodAccessValidator((object, method) -> false)
            .defaultLocale(Locale.ROOT)
            .extension(new Quoting())
            .build();
  }

  /** A template, compiled. */
  PebbleTemplate compiled(String name) {
    return engine.getTemplate(name);
  }

  /** The text of a template, without the empty lines that its tags leave. */
  static String text(PebbleTemplate template, Map<String, Object> context) {
    StringWriter text = new StringWriter();
    try {
      template.evaluate(text, context);
    } catch (IOException e) {
      throw new IllegalStateException("a StringWriter does not fail", e);
    }
    return withoutEmptyLines(text.toString());
  }

  private static String withoutEmptyLines(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int stop = end < 0 ? text.length() : end;
      if (stop > start) {
        out.append(text, start, stop).append('\n');
      }
      start = stop + 1;
    }
    return out.toString();
  }

  /** Adds the one filter through which values go. */
  private static final class Quoting extends AbstractExtension {

    @Override
    public Map<String, Filter> getFilters() {
      return Map.of("yaml", new YamlFilter());
    }
  }
}
