package io.tenantsmith.engine.command;

import io.tenantsmith.model.Ring;
import io.tenantsmith.model.Wave;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far a roll-out goes.
 *
 * @param rings the rings that have it whole, in their order
 * @param percent share of the broad tenants
 * @param isFolded whether all have it as the tier's own, so that there is no roll-out any more
 */
record WaveStep(List<Ring> rings, int percent, boolean isFolded) {

  /** The last word. */
  static final String DONE = "done";

  private static final List<Ring> NARROW = List.of(Ring.CANARY, Ring.EARLY);
  private static final Pattern PERCENT = Pattern.compile("(100|[1-9]?[0-9])%?");

  private static final WaveStep FOLDED = new WaveStep(NARROW, 100, true);

  /** The steps that are taken one after the other, where nobody asks for others. */
  static final List<WaveStep> USUAL =
      List.of(
          new WaveStep(List.of(Ring.CANARY), 0, false),
          new WaveStep(NARROW, 0, false),
          new WaveStep(NARROW, 10, false),
          new WaveStep(NARROW, 50, false),
          new WaveStep(NARROW, 100, false),
          FOLDED);

  WaveStep {
    rings = List.copyOf(rings);
  }

  /** How far it goes now. */
  static WaveStep now(Wave wave) {
    return new WaveStep(wave.reach().wholeRings(), wave.reach().share(), false);
  }

  /** The step of a word: a ring, a percentage, or the end. */
  static Optional<WaveStep> of(String word) {
    if (word.equals(DONE)) {
      return Optional.of(FOLDED);
    }
    if (PERCENT.matcher(word).matches()) {
      int percent = Integer.parseInt(word.replace("%", ""));
      return Optional.of(new WaveStep(NARROW, percent, false));
    }
    return Ring.of(word)
        .filter(ring -> ring != Ring.BROAD)
        .map(ring -> new WaveStep(NARROW.subList(0, NARROW.indexOf(ring) + 1), 0, false));
  }

  /** This step together with what has been reached already. */
  WaveStep with(WaveStep before) {
    TreeSet<Ring> all = new TreeSet<>(rings);
    all.addAll(before.rings);
    return new WaveStep(List.copyOf(all), Math.max(percent, before.percent), isFolded);
  }

  /** Whether all tenants have it, whoever they are. */
  boolean isAll() {
    return percent == 100 && rings.containsAll(NARROW);
  }

  /** In words. */
  String text() {
    if (isFolded) {
      return "folded into the tier";
    }
    Stream<String> names = rings.stream().map(Ring::label);
    Stream<String> share =
        percent == 0 ? Stream.of() : Stream.of(percent + " % of the broad tenants");
    String text = Stream.concat(names, share).collect(Collectors.joining(", "));
    return text.isEmpty() ? "nobody" : text;
  }
}
