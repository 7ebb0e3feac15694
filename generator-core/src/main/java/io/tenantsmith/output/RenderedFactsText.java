package io.tenantsmith.output;

import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.model.Requests;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What is remembered of a rendered tenant, in its line of index.json. Thousands of tenants have the
 * same few sets of kinds, so a line names its set, and a table below the lines holds each once. The
 * name is a digest, so that a change of one tenant changes no other line.
 */
final class RenderedFactsText {

  static final String KINDS = "kinds";

  private static final String FINGERPRINT = "fingerprint";
  private static final String FIRST_BACKUP = "first_backup";
  private static final String REQUESTS = "requests";

  private RenderedFactsText() {}

  static void put(RenderedFacts facts, Map<String, Object> line) {
    Map<String, Object> requests = new LinkedHashMap<>();
    requests.put("cpu", facts.requests().cpu().text());
    requests.put("memory", text(facts.requests().memory()));
    requests.put("storage", text(facts.requests().storage()));
    line.put(FINGERPRINT, facts.fingerprint());
    line.put("objects", facts.objects());
    line.put("files", facts.files());
    line.put(KINDS, facts.kinds().name());
    line.put(REQUESTS, requests);
    if (!facts.firstBackup().isEmpty()) {
      line.put(FIRST_BACKUP, facts.firstBackup());
    }
  }

  /** The table of all sets of kinds that these lines name. */
  static SortedMap<String, Object> table(Collection<IndexLine> lines) {
    SortedMap<String, Object> table = new TreeMap<>();
    for (IndexLine line : lines) {
      line.rendered()
          .map(RenderedFacts::kinds)
          .ifPresent(
              set ->
                  table.computeIfAbsent(set.name(), name -> new JsonWriter.OneLine(set.texts())));
    }
    return table;
  }

  /**
   * The table as it was written.
   *
   * @throws IllegalArgumentException if it is not of this form
   */
  static SortedMap<String, KindSet> readTable(JsonNode table) {
    SortedMap<String, KindSet> sets = new TreeMap<>();
    for (Map.Entry<String, JsonNode> set : table.properties()) {
      List<String> texts = new ArrayList<>();
      set.getValue().forEach(kind -> texts.add(kind.asString("")));
      sets.put(set.getKey(), KindSet.read(set.getKey(), texts));
    }
    return sets;
  }

  /** Whether a line has these facts; a line of an older generator has none. */
  static boolean isIn(JsonNode line) {
    return line.has(FINGERPRINT);
  }

  /**
   * Reads the facts from a line.
   *
   * @throws IllegalArgumentException if it is not of this form
   */
  static RenderedFacts read(JsonNode line, Map<String, KindSet> table) {
    KindSet kinds = table.get(line.path(KINDS).asString(""));
    if (kinds == null) {
      throw new IllegalArgumentException("no such set of kinds");
    }
    JsonNode requests = line.path(REQUESTS);
    return new RenderedFacts(
        line.path(FINGERPRINT).asString(""),
        line.path("objects").asInt(0),
        line.path("files").asInt(0),
        kinds,
        new Requests(
            cpu(requests.path("cpu").asString("")),
            PublishedFactsText.size(requests.path("memory")),
            PublishedFactsText.size(requests.path("storage"))),
        line.path(FIRST_BACKUP).asString(""));
  }

  private static String text(Bytes amount) {
    return amount.count() == 0 ? "0" : amount.text();
  }

  private static Cpu cpu(String text) {
    return text.equals("0")
        ? new Cpu(0)
        : Cpu.parse(text).value().orElseThrow(IllegalArgumentException::new);
  }
}
