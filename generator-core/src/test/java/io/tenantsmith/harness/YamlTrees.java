package io.tenantsmith.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads YAML as maps and lists, by a library that is not ours. */
public final class YamlTrees {

  private YamlTrees() {}

  /** All documents of a text. */
  @SuppressWarnings("unchecked")
  public static List<Map<String, Object>> documents(String text) {
    List<Map<String, Object>> documents = new ArrayList<>();
    for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(text)) {
      if (document != null) {
        documents.add((Map<String, Object>) document);
      }
    }
    return documents;
  }

  /** All documents of a text, as trees whose missing parts can be asked. */
  public static List<JsonNode> trees(String text) {
    JsonMapper mapper = new JsonMapper();
    return documents(text).stream().map(d -> mapper.<JsonNode>valueToTree(d)).toList();
  }

  /** A tree as a text of several lines, in the order that it has. */
  public static String block(JsonNode tree) {
    return dumped(tree, FlowStyle.BLOCK);
  }

  /** A tree as it is written on one line. */
  public static String flow(JsonNode tree) {
    return dumped(tree, FlowStyle.FLOW).strip();
  }

  private static String dumped(JsonNode tree, FlowStyle style) {
    boolean lines = style == FlowStyle.FLOW && tree.toString().contains("\\n");
    DumpSettings settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(style)
            .setDefaultScalarStyle(lines ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN)
            .setWidth(10_000)
            .build();
    return new Dump(settings).dumpToString(new JsonMapper().treeToValue(tree, Object.class));
  }

  /** The YAML files below a folder, sorted. */
  public static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file. */
  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
