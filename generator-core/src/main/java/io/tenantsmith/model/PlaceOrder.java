package io.tenantsmith.model;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Orders places by layer, highest first; in a layer, a place comes before a whole file, and both
 * before what nearly every rendered file shows: who the tenant is, and the registry of all images;
 * then by position. Only equal places are at the same position.
 */
final class PlaceOrder implements Comparator<Origin> {

  private final Supplier<List<Origin>> shownByAll;

  /** Found out when two places of a layer are compared: often there are none. */
  private @Nullable Set<Origin> common;

  /**
   * The order of the places of some settings.
   *
   * @param shownByAll the places that nearly every rendered file shows
   */
  PlaceOrder(Supplier<List<Origin>> shownByAll) {
    this.shownByAll = shownByAll;
  }

  @Override
  public int compare(Origin one, Origin other) {
    if (one == other) {
      return 0;
    }
    int byLayer = other.layer().compareTo(one.layer());
    if (byLayer != 0) {
      return byLayer;
    }
    int byRank = Boolean.compare(isCommon(one), isCommon(other));
    if (byRank != 0) {
      return byRank;
    }
    int byKind = Boolean.compare(one.range().isWholeFile(), other.range().isWholeFile());
    return byKind != 0 ? byKind : one.range().compareTo(other.range());
  }

  /** The places in order, each once, without those that no file has. */
  List<Origin> sorted(List<Origin> places) {
    places.removeIf(place -> place.layer() == Layer.BUILT_IN);
    places.sort(this);
    for (int i = places.size() - 1; i > 0; i--) {
      if (places.get(i).equals(places.get(i - 1))) {
        places.remove(i);
      }
    }
    return places;
  }

  private boolean isCommon(Origin place) {
    Set<Origin> known = common;
    if (known == null) {
      known = new HashSet<>(shownByAll.get());
      common = known;
    }
    return known.contains(place);
  }
}
