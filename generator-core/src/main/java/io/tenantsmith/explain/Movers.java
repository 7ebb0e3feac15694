package io.tenantsmith.explain;

import io.tenantsmith.engine.ExplainResult.Mover;
import io.tenantsmith.engine.ExplainResult.Role;
import io.tenantsmith.model.ClusterKeys;
import io.tenantsmith.model.ImageKeys;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.KeyTable;
import io.tenantsmith.model.Layer;
import io.tenantsmith.model.Reads;
import io.tenantsmith.model.Setting;
import io.tenantsmith.model.Settings;
import io.tenantsmith.model.TenantId;
import io.tenantsmith.model.TenantKeys;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings behind what was read. What follows from others stands for those: they are
 * what somebody can change. A setting that was read twice keeps its stronger role.
 */
final class Movers {

  private final String owner;
  private final Map<Object, Found> found = new LinkedHashMap<>();

  /**
   * A collection.
   *
   * @param owner the tenant that needs no name, since somebody asked for it; empty for none
   */
  Movers(String owner) {
    this.owner = owner;
  }

  /**
   * A setting that was read.
   *
   * @param detours how often another value decides before it
   */
  private record Found(
      Role role, Key<?> key, Settings settings, List<String> through, int detours) {

    Layer layer() {
      return settings.find(key).map(setting -> setting.origin().layer()).orElse(Layer.BUILT_IN);
    }

    /** Nearly every field shows it. */
    boolean common() {
      return TenantKeys.WHO.contains(key) || key == ImageKeys.REGISTRY;
    }

    boolean isUnset() {
      return settings.find(key).isEmpty();
    }

    Found strongest(Found other) {
      int order =
          Comparator.comparing(Found::role).thenComparing(Found::detours).compare(this, other);
      return order <= 0 ? this : other;
    }
  }

  /** Adds all that was read in a role. */
  void add(Role role, Reads reads) {
    reads.forEach((key, settings) -> add(role, key, settings));
  }

  /** Adds one value in a role. */
  void add(Role role, Key<?> key, Settings settings) {
    add(new Found(role, key, settings, List.of(), 0));
  }

  /**
   * Adds what decided that an object is there. Its file's place was read as well, which moves the
   * file and no object.
   */
  void addPresence(Reads reads) {
    reads.forEach(
        (key, settings) -> {
          if (key != ClusterKeys.NAME && key != TenantKeys.ID) {
            add(Role.OBJECT, key, settings);
          }
        });
  }

  private void add(Found read) {
    Setting<?> setting = read.settings().find(read.key()).orElse(null);
    List<Key<?>> from = setting == null ? List.of() : setting.from();
    if (from.isEmpty()) {
      addStated(read, setting);
      return;
    }
    List<String> through = new ArrayList<>(read.through());
    through.add(0, KeyNames.of(read.key()));
    int detours = read.detours();
    for (Key<?> key : from) {
      add(new Found(read.role(), key, read.settings(), List.copyOf(through), detours));
      detours = read.detours() + 1;
    }
    choices(read);
  }

  private void addStated(Found read, @Nullable Setting<?> setting) {
    if (!KeyNames.isVisible(read.key())) {
      return;
    }
    Object identity =
        setting == null ? List.of(read.key(), read.settings()) : List.of(read.key(), setting);
    found.merge(identity, read, Found::strongest);
    choices(read);
  }

  /** Whose value it is was chosen by name. */
  private void choices(Found read) {
    if (read.role() == Role.CHOICE) {
      return;
    }
    for (Key<?> name : read.settings().choices(read.key())) {
      if (read.settings().find(name).isPresent()) {
        add(new Found(Role.CHOICE, name, read.settings(), List.of(), 0));
      }
    }
  }

  /** All of them, the strongest first. */
  List<Mover> all() {
    return found.values().stream()
        .sorted(
            Comparator.comparing(Found::role)
                .thenComparing(Found::isUnset)
                .thenComparing(Found::common)
                .thenComparing(Found::detours)
                .thenComparing(Found::layer, Collections.reverseOrder())
                .thenComparing(each -> KeyTable.keys().indexOf(each.key())))
        .map(this::mover)
        .toList();
  }

  private Mover mover(Found each) {
    String tenant = each.settings().value(TenantKeys.ID).map(TenantId::value).orElse("");
    return new Mover(
        each.role(),
        tenant.equals(owner) ? "" : tenant,
        EffectiveValues.of(each.key(), each.settings()),
        each.through());
  }
}
