package io.tenantsmith.explain;

import io.tenantsmith.model.Key;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.TierKeys;
import io.tenantsmith.render.FieldOrigin;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * How a field is computed, in words with the numbers put in: the values in it that follow from
 * others, and what templates' own values compute.
 */
final class FieldFormulas {

  /** The resources of a quota are amounts of their own. */
  static final String QUOTA = "hard";

  /** What one container may have, by resource. */
  static final String LARGEST = "largestContainer";

  private static final Map<String, Function<Settings, String>> WORDS =
      Map.ofEntries(
          Map.entry(
              "retention", s -> stated(s, TenantKeys.BACKUP_RETENTION_DAYS) + " times 24 hours"),
          Map.entry(
              "velero.cron",
              s -> stated(s, TenantKeys.BACKUP_SCHEDULE) + ", the database's, and 90 minutes"),
          Map.entry(
              "nightly.staging",
              s ->
                  "2.5 times "
                      + stated(s, TenantKeys.DB_STORAGE)
                      + " where the binary log is archived, 1.5 times where it is not: "
                      + stated(s, TierKeys.DATABASE_INSTANCES)
                      + "; in whole Gi"),
          Map.entry(
              "nightly.timeout",
              s -> "2 hours, and one for every 50Gi of " + stated(s, TenantKeys.DB_STORAGE)),
          Map.entry("cnf.bufferPool", s -> "11/16 of " + stated(s, TenantKeys.DB_RAM)),
          Map.entry(
              "cnf.logFile", s -> "2/16 of " + stated(s, TenantKeys.DB_RAM) + ", at most 1024M"),
          Map.entry(
              "web.scaledCpuPercent",
              s -> "80 % of " + stated(s, TierKeys.WEB_POD_CPU) + ", in percent of the request"),
          Map.entry(
              "web.scaledMemoryPercent",
              s -> "80 % of " + stated(s, TierKeys.WEB_POD_MEMORY) + ", in percent of the request"),
          Map.entry(LARGEST, s -> "what the largest container is limited to"));

  /** What is made of more is a text or a list, of which no formula tells anything. */
  private static final int FEW = 4;

  private final ExplainedPart part;

  FieldFormulas(ExplainedPart part) {
    this.part = part;
  }

  /** Names of the values of templates that have words. */
  static Set<String> names() {
    Set<String> names = new LinkedHashSet<>(WORDS.keySet());
    names.add(QUOTA);
    return names;
  }

  /** The sentences for the values in a field; none where a value is shown as it is. */
  List<String> of(List<FieldOrigin> behind, FieldPath path) {
    Set<String> sentences = new LinkedHashSet<>();
    Set<String> followed = new LinkedHashSet<>();
    for (FieldOrigin origin : behind) {
      List<String> values = origin.field().values();
      for (String name : values) {
        if (name.equals(QUOTA)) {
          quota(path, sentences);
        } else if (WORDS.containsKey(name)) {
          sentences.add(WORDS.get(name).apply(part.settings()));
        }
      }
      if (!values.contains(QUOTA) && !values.contains(LARGEST)) {
        origin.values().forEach((key, settings) -> follows(key, settings, followed));
      }
    }
    if (followed.size() <= FEW) {
      sentences.addAll(followed);
    }
    return new ArrayList<>(sentences);
  }

  private void quota(FieldPath path, Set<String> sentences) {
    if (!path.last().equals(QUOTA)) {
      sentences.add(QuotaWords.of(part, path.last()));
    }
  }

  private static void follows(Key<?> key, Settings settings, Set<String> sentences) {
    Setting<?> setting = settings.find(key).orElse(null);
    if (setting != null && !setting.from().isEmpty() && KeyFormulas.has(key)) {
      sentences.add(
          KeyNames.of(key)
              + " "
              + ValueWords.of(setting.value())
              + ": "
              + KeyFormulas.of(key, settings));
    }
  }

  private static String stated(Settings settings, Key<?> key) {
    return KeyNames.of(key) + " " + ValueWords.of(settings.get(key));
  }
}
