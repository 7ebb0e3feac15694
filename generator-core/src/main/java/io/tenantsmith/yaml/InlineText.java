package io.tenantsmith.yaml;

import io.tenantsmith.diagnostic.Result;
import java.nio.charset.StandardCharsets;

/** YAML that stands as text in another file: a mapping, or a list, in any style. */
public final class InlineText {

  private static final String KEY = "operations";

  private InlineText() {}

  /** Its one node; diagnostics speak of lines of the text. */
  public static Result<YamlNode> read(String name, String text) {
    boolean isList = isList(text);
    // The reader takes mappings only, so a list is read below a key.
    String body = isList ? KEY + ":\n  " + text.replace("\n", "\n  ") : text;
    Result<YamlDocument> read = new YamlReader().read(name, body.getBytes(StandardCharsets.UTF_8));
    return read.value()
        .<Result<YamlNode>>map(
            d -> Result.of(isList ? below(d.root()) : d.root(), read.diagnostics()))
        .orElseGet(() -> Result.failed(read.diagnostics()));
  }

  private static YamlNode below(YamlMapping root) {
    return root.entries().get(0).value();
  }

  /** Whether the first line that is not a comment begins a list. */
  private static boolean isList(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .findFirst()
        .filter(line -> line.startsWith("-") || line.startsWith("["))
        .isPresent();
  }
}
