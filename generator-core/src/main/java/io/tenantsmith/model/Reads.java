package io.tenantsmith.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

/** What was read to make something: which values of which settings. Immutable. */
public final class Reads {

  /** Nothing was read. */
  public static final Reads NONE = new Reads(List.of(), List.of());

  private static final Comparator<Origin> PLACES_BEFORE_FILES =
      Comparator.comparing(origin -> origin.range().isWholeFile());

  private final List<Origin> first;
  private final List<Part> parts;

  /** The values of one set of settings, by the numbers of their keys. */
  private static final class Part {
    private final Settings settings;
    private final long[] bits;

    Part(Settings settings, long[] bits) {
      this.settings = settings;
      this.bits = bits;
    }

    Part or(Part more) {
      long[] both = bits.clone();
      for (int i = 0; i < both.length; i++) {
        both[i] |= more.bits[i];
      }
      return new Part(settings, both);
    }

    boolean isTheSameIn(Settings other) {
      for (int word = 0; word < bits.length; word++) {
        for (long left = bits[word]; left != 0; left &= left - 1) {
          if (!settings.isTheSameIn(other, (word << 6) + Long.numberOfTrailingZeros(left))) {
            return false;
          }
        }
      }
      return true;
    }

    void forEach(IntConsumer visitor) {
      for (int word = 0; word < bits.length; word++) {
        for (long left = bits[word]; left != 0; left &= left - 1) {
          visitor.accept((word << 6) + Long.numberOfTrailingZeros(left));
        }
      }
    }
  }

  private Reads(List<Origin> first, List<Part> parts) {
    this.first = List.copyOf(first);
    this.parts = List.copyOf(parts);
  }

  /** What was read of one set of settings; copies the bits. */
  static Reads of(Settings settings, long[] bits) {
    for (long word : bits) {
      if (word != 0) {
        return new Reads(List.of(), List.of(new Part(settings, bits.clone())));
      }
    }
    return NONE;
  }

  /** Whether nothing was read. */
  public boolean isEmpty() {
    return parts.isEmpty() && first.isEmpty();
  }

  /** The reads of both together. */
  public Reads plus(Reads other) {
    if (isEmpty() || other.isEmpty()) {
      return isEmpty() ? other : this;
    }
    return together(List.of(this, other));
  }

  /** All of these reads together. */
  public static Reads together(Collection<Reads> all) {
    List<Origin> first = new ArrayList<>();
    Map<Object, Part> bySettings = new LinkedHashMap<>();
    for (Reads reads : all) {
      first.addAll(reads.first);
      for (Part part : reads.parts) {
        bySettings.merge(part.settings.identity(), part, Part::or);
      }
    }
    return new Reads(first, List.copyOf(bySettings.values()));
  }

  /**
   * The same places, starting with those where somebody would change what was read; after them come
   * places that contribute, for instance the name of a tier, and files as a whole.
   */
  public List<Origin> movers() {
    PlaceOrder order = new PlaceOrder(this::shownByAll);
    List<Origin> movers = new ArrayList<>();
    for (Part part : parts) {
      part.forEach(ordinal -> part.settings.addMover(ordinal, movers));
    }
    order.sorted(movers);
    List<Origin> all = new ArrayList<>(movers);
    for (Origin cause : causes(order)) {
      if (Collections.binarySearch(movers, cause, order) < 0) {
        all.add(cause);
      }
    }
    all.sort(PLACES_BEFORE_FILES);
    return List.copyOf(all);
  }

  /** The places behind what was read, most specific first; a value that no file states has none. */
  public List<Origin> causes() {
    return causes(new PlaceOrder(this::shownByAll));
  }

  private List<Origin> causes(PlaceOrder order) {
    List<Origin> causes = new ArrayList<>();
    for (Part part : parts) {
      part.forEach(ordinal -> part.settings.addCauses(ordinal, causes));
    }
    order.sorted(causes);
    if (first.isEmpty()) {
      return List.copyOf(causes);
    }
    List<Origin> all = new ArrayList<>(first);
    causes.stream().filter(origin -> !first.contains(origin)).forEach(all::add);
    return List.copyOf(all);
  }

  /** The places of who the tenant is, and of the registry of all images. */
  private List<Origin> shownByAll() {
    List<Origin> common = new ArrayList<>();
    for (Part part : parts) {
      TenantKeys.WHO.forEach(key -> common.addAll(part.settings.origins(key)));
      common.addAll(part.settings.origins(ImageKeys.REGISTRY));
    }
    return common;
  }

  /** The same reads after places that matter more, the first one most. */
  public Reads behind(List<Origin> places) {
    List<Origin> all = new ArrayList<>(places);
    all.addAll(first);
    return new Reads(all, parts);
  }

  /**
   * Whether everything that was read is the same in another state: who reads nothing else, makes
   * the same of it.
   */
  public boolean areTheSameIn(Counterparts state) {
    for (Part part : parts) {
      Settings other = state.of(part.settings);
      if (other == null || !part.isTheSameIn(other)) {
        return false;
      }
    }
    return true;
  }

  /** Passes on every key that was read, with the settings of which it was read. */
  public void forEach(BiConsumer<Key<?>, Settings> visitor) {
    for (Part part : parts) {
      part.forEach(ordinal -> visitor.accept(KeyTable.keys().get(ordinal), part.settings));
    }
  }

  /** Passes on every key that was read with its value; an empty list stands for none. */
  public void forEachValue(BiConsumer<Key<?>, Object> visitor) {
    for (Part part : parts) {
      part.forEach(
          ordinal -> {
            Setting<?> setting = part.settings.at(ordinal);
            visitor.accept(
                KeyTable.keys().get(ordinal), setting == null ? List.of() : setting.value());
          });
    }
  }
}
