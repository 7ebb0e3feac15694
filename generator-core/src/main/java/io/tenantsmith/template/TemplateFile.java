package io.tenantsmith.template;

import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.yaml.YamlDocument;
import io.tenantsmith.yaml.YamlMapping;
import io.tenantsmith.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of a template file.
 *
 * @param name name of the file in problems
 * @param text YAML, one template for each document
 */
public record TemplateFile(String name, String text) {

  /** The file of that name in the folder of a class on the class path. */
  public static TemplateFile beside(Class<?> type, String file) {
    String name = type.getPackageName().replace('.', '/') + "/" + file;
    try (InputStream stream = type.getResourceAsStream(file)) {
      if (stream == null) {
        throw new TemplateException(List.of(name + ": there is no such template file"));
      }
      return new TemplateFile(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The documents; each is read after as many empty lines as there are lines before it in the file.
   */
  List<YamlMapping> documents(Problems problems) {
    List<YamlMapping> documents = new ArrayList<>();
    StringBuilder chunk = new StringBuilder();
    int line = 0;
    for (String content : text.split("\n", -1)) {
      line++;
      if (content.stripTrailing().equals("---")) {
        read(chunk.toString(), problems, documents);
        chunk = new StringBuilder("\n".repeat(line));
      } else {
        chunk.append(content).append('\n');
      }
    }
    read(chunk.toString(), problems, documents);
    return documents;
  }

  private void read(String chunk, Problems problems, List<YamlMapping> documents) {
    if (chunk.lines().allMatch(line -> line.isBlank() || line.startsWith("#"))) {
      return;
    }
    Result<YamlDocument> result =
        new YamlReader().read(name, chunk.getBytes(StandardCharsets.UTF_8));
    result.value().map(YamlDocument::root).ifPresent(documents::add);
    result.diagnostics().forEach(problems::add);
  }
}
