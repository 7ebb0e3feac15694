package io.tenantsmith.rule;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.PublishedWave;
import io.tenantsmith.model.Resolution;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Wave;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A published roll-out goes on as it began until all tenants have it: with another id it would
 * change other tenants and change these back, and another set would skip those who try it first.
 */
final class ChangedWaveRule implements Rule {

  @Override
  public void judge(Resolution resolution, Consumer<Diagnostic> report) {
    for (PublishedWave published : resolution.workspace().published().waves()) {
      resolution
          .workspace()
          .tier(published.tier())
          .flatMap(tier -> tier.wave())
          .ifPresent(wave -> judge(wave, published, resolution, report));
    }
  }

  private static void judge(
      Wave wave, PublishedWave published, Resolution resolution, Consumer<Diagnostic> report) {
    String name = Quoted.quote(published.id());
    String where = resolution.workspace().published().name();
    Sourced<String> id = wave.id();
    if (!id.value().equals(published.id())) {
      report.accept(
          Diagnostic.error(
                  Code.WAV961,
                  id.range(),
                  "roll-out " + name + " of this tier is not done in " + where)
              .withHint(
                  "write id: "
                      + published.id()
                      + " with its \"set\" until all tenants have it, or take it back first: remove"
                      + " \"next\" and publish"));
      return;
    }
    SortedMap<String, String> changed = changed(wave.stated(), published.set());
    if (!changed.isEmpty()) {
      report.accept(
          Diagnostic.error(
                  Code.WAV962,
                  place(wave, changed.keySet()),
                  "roll-out " + name + " is not done in " + where + ", and sets something else now")
              .withHint(
                  "there it sets "
                      + String.join(", ", changed.values())
                      + "; write that, or take it back first: remove \"next\" and publish, and begin"
                      + " again under another id"));
    }
  }

  /** The first value that is not as it was, or the name where values are gone. */
  private static SourceRange place(Wave wave, Set<String> changed) {
    for (Key<?> key : wave.set().keys()) {
      if (changed.contains(key.path())) {
        return wave.set().get(key).orElseThrow().range();
      }
    }
    return wave.id().range();
  }

  /** What the published one sets where the two differ, in words, by path. */
  private static SortedMap<String, String> changed(
      SortedMap<String, String> now, SortedMap<String, String> before) {
    Set<String> paths = new TreeSet<>(now.keySet());
    paths.addAll(before.keySet());
    SortedMap<String, String> changed = new TreeMap<>();
    for (String path : paths) {
      String text = before.get(path);
      if (text == null) {
        changed.put(path, "no " + path);
      } else if (!text.equals(now.get(path))) {
        changed.put(path, path + ": " + text);
      }
    }
    return changed;
  }
}
