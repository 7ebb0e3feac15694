package io.tenantsmith.harness;

import io.tenantsmith.template.Rendering;
import io.tenantsmith.template.TemplateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notes what our engine made of templates, so that {@code .ci/check-templates} can ask the
 * reference implementation of JSON-e, which is a program in Python, whether it makes the same.
 */
public final class JsonEReference {

  private static final Path FOLDER = Path.of("target", "json-e");

  private final String name;
  private final List<Map<String, Object>> cases = new ArrayList<>();

  /**
   * A list of cases.
   *
   * @param name of its file
   */
  public JsonEReference(String name) {
    this.name = name;
  }

  /** Adds a rendering: its template, its values and our objects. */
  public void add(Rendering rendering) {
    add(rendering.template().file(), rendering);
  }

  /** Adds a template, its values and our objects. */
  public void add(TemplateFile file, Rendering rendering) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", file.name());
    entry.put("result", rendering.trees());
    entry.put("template", YamlTrees.documents(file.text()));
    entry.put("context", rendering.context());
    cases.add(entry);
  }

  /** Writes the file. */
  public void write() {
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(FOLDER.resolve(name + ".json"), new JsonMapper().writeValueAsString(cases));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
