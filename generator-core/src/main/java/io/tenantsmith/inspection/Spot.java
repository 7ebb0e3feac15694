package io.tenantsmith.inspection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a tree that rules look at, or that leads to such places; other places have no spot.
 *
 * @param step a key, or the index of an item
 * @param value the value there
 * @param traits why rules look at it: a set of traits, empty if it only leads to others
 * @param below the spots in the value, in its order
 */
record Spot(Object step, @Nullable Object value, int traits, List<Spot> below) {}
