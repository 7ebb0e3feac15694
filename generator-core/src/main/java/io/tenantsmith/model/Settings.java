package io.tenantsmith.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The effective values of a tenant with its cluster and fleet, of a tier or of a fleet, each with
 * its origin. Immutable. Settings that a {@link ReadLog} watches note what is read of them.
 */
public final class Settings {

  private final @Nullable Setting<?>[] byOrdinal;
  private final long @Nullable [] noted;

  /** Takes them over; nobody changes the first after that. */
  Settings(@Nullable Setting<?>[] byOrdinal, long @Nullable [] noted) {
    this.byOrdinal = byOrdinal;
    this.noted = noted;
  }

  /** Starts a set. */
  public static SettingsBuilder builder() {
    return new SettingsBuilder();
  }

  /** The setting of a key, if any layer set it. */
  @SuppressWarnings("unchecked") // the builder keeps key and value of one type
  public <T> Optional<Setting<T>> find(Key<T> key) {
    int ordinal = KeyTable.ordinal(key);
    if (noted != null) {
      noted[ordinal >> 6] |= 1L << ordinal;
    }
    return Optional.ofNullable((Setting<T>) byOrdinal[ordinal]);
  }

  /**
   * The setting of a key that always has one.
   *
   * @throws IllegalStateException if no layer set it, which the expansion prevents
   */
  public <T> Setting<T> setting(Key<T> key) {
    return find(key).orElseThrow(() -> new IllegalStateException("no layer sets " + key));
  }

  /**
   * The value of a key that always has one.
   *
   * @throws IllegalStateException if no layer set it, which the expansion prevents
   */
  public <T> T get(Key<T> key) {
    return setting(key).value();
  }

  /** The value of a key, if any layer set it. */
  public <T> Optional<T> value(Key<T> key) {
    return find(key).map(Setting::value);
  }

  /**
   * A value of fleet.yaml with its place, which is the whole file where the file does not state it.
   */
  <T> Sourced<T> sourced(Key<T> key) {
    Setting<T> setting = setting(key);
    Origin origin = setting.origin();
    Setting<?> file = byOrdinal[KeyTable.ordinal(FleetKeys.FILE)];
    boolean stated = origin.layer() != Layer.BUILT_IN || file == null;
    return new Sourced<>(setting.value(), (stated ? origin : file.origin()).range());
  }

  /** A value of fleet.yaml with its place, if the file states it. */
  <T> @Nullable Sourced<T> stated(Key<T> key) {
    Setting<T> setting = find(key).orElse(null);
    return setting == null || setting.isBuiltIn()
        ? null
        : new Sourced<>(setting.value(), setting.origin().range());
  }

  /** All keys that are set, in the order of the table. */
  public List<Key<?>> keys() {
    List<Key<?>> keys = new ArrayList<>();
    for (Key<?> key : KeyTable.keys()) {
      if (byOrdinal[KeyTable.ordinal(key)] != null) {
        keys.add(key);
      }
    }
    return keys;
  }

  /** The same settings with one more. */
  <T> Settings with(Key<T> key, Setting<T> setting) {
    @Nullable Setting<?>[] more = byOrdinal.clone();
    more[KeyTable.ordinal(key)] = setting;
    return new Settings(more, noted);
  }

  /** The same settings, noting reads in these bits. */
  Settings noting(long[] bits) {
    return new Settings(byOrdinal, bits);
  }

  /** The same settings, noting nothing. */
  Settings unwatched() {
    return noted == null ? this : new Settings(byOrdinal, null);
  }

  /** The setting of that number, without a note. */
  @Nullable Setting<?> at(int ordinal) {
    return byOrdinal[ordinal];
  }

  /** The places behind the setting of a key, without a note; none if there is no setting. */
  List<Origin> origins(Key<?> key) {
    Setting<?> setting = byOrdinal[KeyTable.ordinal(key)];
    return setting == null ? List.of() : setting.origins();
  }

  /** Adds the place that sets the value of that number, without a note; none if nothing does. */
  void addMover(int ordinal, List<Origin> places) {
    Setting<?> setting = byOrdinal[ordinal];
    if (setting != null) {
      places.add(setting.origin());
    }
  }

  /**
   * Adds the places behind the key of that number, without a note: those of its setting, the place
   * of a name where the tenant chose a tier or cluster by name that could state the key, and its
   * ring where a roll-out could state it.
   */
  void addCauses(int ordinal, List<Origin> places) {
    Setting<?> setting = byOrdinal[ordinal];
    if (setting != null) {
      places.addAll(setting.origins());
    }
    for (Key<?> name : choices(KeyTable.keys().get(ordinal))) {
      places.addAll(origins(name));
    }
  }

  /**
   * The keys by which the tenant chose who may state a key, without a note: the names of its tier,
   * template or cluster, and its ring where a roll-out could state it.
   */
  public List<Key<?>> choices(Key<?> key) {
    Setting<?> setting = byOrdinal[KeyTable.ordinal(key)];
    Layer layer = setting == null ? Layer.BUILT_IN : setting.origin().layer();
    List<Key<?>> names = new ArrayList<>();
    for (Document document : key.documents()) {
      if (layer.compareTo(document.layer()) <= 0) {
        document.chosenBy().ifPresent(names::add);
      }
    }
    if (setting != null && isOfRollout(setting)) {
      names.add(TenantKeys.RING);
    }
    return names;
  }

  private static boolean isOfRollout(Setting<?> setting) {
    for (Origin origin : setting.origins()) {
      if (origin.layer() == Layer.ROLLOUT) {
        return true;
      }
    }
    return false;
  }

  /** Whether every value is the same, whichever file states it. */
  public boolean hasTheValuesOf(Settings other) {
    if (byOrdinal == other.byOrdinal) {
      return true;
    }
    for (int i = 0; i < byOrdinal.length; i++) {
      if (!isTheSameIn(other, i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the value of that number is the same, whichever file states it; whether any does,
   * counts, since some is rendered only where it is stated.
   */
  boolean isTheSameIn(Settings other, int ordinal) {
    Setting<?> mine = byOrdinal[ordinal];
    Setting<?> theirs = other.byOrdinal[ordinal];
    if (mine == null || theirs == null) {
      return mine == null && theirs == null;
    }
    return mine.isBuiltIn() == theirs.isBuiltIn() && mine.value().equals(theirs.value());
  }

  /** What watched and unwatched views of the same settings have in common. */
  Object identity() {
    return byOrdinal;
  }
}
