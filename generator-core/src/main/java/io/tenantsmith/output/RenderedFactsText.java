package io.tenantsmith.output;

import io.tenantsmith.json.JsonTree;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.model.Requests;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is remembered of a rendered tenant, in its line of index.json. */
final class RenderedFactsText {

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
    line.put(REQUESTS, requests);
    if (!facts.firstBackup().isEmpty()) {
      line.put(FIRST_BACKUP, facts.firstBackup());
    }
  }

  /** Whether a line has these facts; a line of an older generator has none. */
  static boolean isIn(JsonTree line) {
    return line.has(FINGERPRINT);
  }

  /**
   * Reads the facts from a line.
   *
   * @throws IllegalArgumentException if it is not of this form
   */
  static RenderedFacts read(JsonTree line) {
    JsonTree requests = line.path(REQUESTS);
    return new RenderedFacts(
        line.path(FINGERPRINT).text(),
        line.path("objects").integer(0),
        line.path("files").integer(0),
        new Requests(
            cpu(requests.path("cpu").text()),
            PublishedFactsText.size(requests.path("memory")),
            PublishedFactsText.size(requests.path("storage"))),
        line.path(FIRST_BACKUP).text());
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
