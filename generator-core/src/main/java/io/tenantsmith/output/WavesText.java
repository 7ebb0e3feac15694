package io.tenantsmith.output;

import io.tenantsmith.json.JsonTree;
import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.model.PublishedWave;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The text of unfinished roll-outs, one line each in index.json; nothing where there is none. */
final class WavesText {

  private static final String WAVES = "waves";

  private WavesText() {}

  static void put(List<PublishedWave> waves, Map<String, Object> index) {
    if (!waves.isEmpty()) {
      index.put(
          WAVES, waves.stream().map(wave -> new JsonWriter.OneLine(WavesText.line(wave))).toList());
    }
  }

  private static Map<String, Object> line(PublishedWave wave) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("tier", wave.tier());
    line.put("id", wave.id());
    line.put("set", new LinkedHashMap<>(wave.set()));
    return line;
  }

  /**
   * Reads them from an index.
   *
   * @throws IllegalArgumentException if they do not have this form
   */
  static List<PublishedWave> read(JsonTree index) {
    List<PublishedWave> waves = new ArrayList<>();
    require(!index.has(WAVES) || index.path(WAVES).isList());
    for (JsonTree line : index.path(WAVES).items()) {
      SortedMap<String, String> set = new TreeMap<>();
      require(line.path("set").isMapping());
      line.path("set").fields().forEach((key, value) -> set.put(key, text(value)));
      waves.add(new PublishedWave(text(line.path("tier")), text(line.path("id")), set));
    }
    return waves;
  }

  private static String text(JsonTree node) {
    require(node.isText());
    return node.text();
  }

  private static void require(boolean held) {
    if (!held) {
      throw new IllegalArgumentException("not of the form");
    }
  }
}
