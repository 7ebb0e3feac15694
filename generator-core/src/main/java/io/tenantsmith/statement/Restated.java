package io.tenantsmith.statement;

import io.tenantsmith.model.Document;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.FleetKeys;
import io.tenantsmith.model.Key;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.Template;
import io.tenantsmith.model.Tenant;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.Tier;
import io.tenantsmith.model.Values;
import io.tenantsmith.model.Wave;
import io.tenantsmith.model.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Inputs in which some statements say what they say in another state of the inputs. Tiers and
 * templates that only the other state has come along, and so do clusters that a tenant then names:
 * nothing else refers to them.
 */
public final class Restated {

  private final Workspace base;
  private final Workspace other;
  private final Set<Statement> taken;

  private Restated(Workspace base, Workspace other, Collection<Statement> taken) {
    this.base = base;
    this.other = other;
    this.taken = Set.copyOf(taken);
  }

  /**
   * Inputs with statements of another state.
   *
   * @param taken what is said as in the other state, which may be: nothing
   */
  public static Workspace of(Workspace base, Workspace other, Collection<Statement> taken) {
    return new Restated(base, other, taken).workspace();
  }

  private Workspace workspace() {
    List<Tenant> tenants = base.tenants().stream().map(this::tenant).toList();
    return new Workspace(
        fleet(tenants),
        united(base.tiers(), other.tiers(), Tier::fileStem).stream().map(this::tier).toList(),
        united(base.templates(), other.templates(), Template::fileStem).stream()
            .map(this::template)
            .toList(),
        tenants,
        base.tenantsFolder(),
        base.published());
  }

  private Tenant tenant(Tenant tenant) {
    String owner = Sheet.ownerOf(tenant);
    if (!concerns(Document.TENANT, owner)) {
      return tenant;
    }
    Tenant theirs = find(other.tenants(), Sheet::ownerOf, owner).orElse(tenant);
    boolean moved = isTaken(Document.TENANT, owner, TenantKeys.FILE.path());
    return Tenant.of(
        (moved ? theirs : tenant).file(),
        tenant.complete(),
        mixed(new Part(Document.TENANT, owner), tenant.values(), theirs.values()));
  }

  private Tier tier(Tier tier) {
    String owner = tier.fileStem();
    if (!concerns(Document.TIER, owner) && !concerns(Document.NEXT, owner)) {
      return tier;
    }
    Tier theirs = other.tier(owner).orElseGet(() -> nothing(tier));
    boolean extended = isTaken(Document.TIER, owner, Sheet.EXTENDS);
    return new Tier(
        tier.file(),
        tier.name(),
        (extended ? theirs : tier).parent(),
        mixed(new Part(Document.TIER, owner), tier.values(), theirs.values()),
        wave(owner, tier.next(), theirs.next()));
  }

  private static Tier nothing(Tier tier) {
    return new Tier(tier.file(), tier.name(), null, Values.empty(), null);
  }

  /** There is no roll-out without a name, whatever else is said about it. */
  private @Nullable Wave wave(String owner, @Nullable Wave ours, @Nullable Wave theirs) {
    Wave named = isTaken(Document.NEXT, owner, Sheet.WAVE_ID) ? theirs : ours;
    if (named == null) {
      return null;
    }
    Wave rings = isTaken(Document.NEXT, owner, Sheet.RINGS) ? theirs : ours;
    Wave percent = isTaken(Document.NEXT, owner, Sheet.PERCENT) ? theirs : ours;
    Wave.Reach reach =
        new Wave.Reach(
            named.reach().place(),
            rings == null ? null : rings.reach().rings(),
            percent == null ? null : percent.reach().percent());
    Part set = new Part(Document.NEXT, owner);
    return new Wave(named.id(), reach, mixed(set, setBy(ours), setBy(theirs)));
  }

  private static Values setBy(@Nullable Wave wave) {
    return wave == null ? Values.empty() : wave.set();
  }

  private Template template(Template template) {
    String owner = template.fileStem();
    if (!concerns(Document.TEMPLATE, owner)) {
      return template;
    }
    Values theirs = other.template(owner).map(Template::values).orElse(Values.empty());
    return new Template(
        template.file(),
        template.name(),
        mixed(new Part(Document.TEMPLATE, owner), template.values(), theirs));
  }

  private @Nullable Fleet fleet(List<Tenant> tenants) {
    Fleet ours = base.fleet();
    Fleet theirs = other.fleet();
    if (ours == null || theirs == null) {
      return ours;
    }
    Fleet.Stated stated = ours.stated();
    Values own = mixed(new Part(Document.FLEET, ""), stated.own(), theirs.stated().own());
    Values defaults = mixed(new Part(Document.DEFAULTS, ""), ours.defaults(), theirs.defaults());
    List<Values> clusters = clusters(own, stated, theirs.stated(), tenants);
    boolean same =
        own == stated.own() && defaults == ours.defaults() && clusters.equals(stated.clusters());
    return same ? ours : Fleet.of(own, clusters, defaults);
  }

  private List<Values> clusters(
      Values own, Fleet.Stated ours, Fleet.Stated theirs, List<Tenant> tenants) {
    Set<String> names = new LinkedHashSet<>();
    own.get(FleetKeys.CLUSTERS).map(Sourced::value).ifPresent(names::addAll);
    for (Tenant tenant : tenants) {
      Sourced<String> named = tenant.placement().cluster();
      if (named != null) {
        names.add(named.value());
      }
    }
    List<Values> clusters = new ArrayList<>();
    for (String name : names) {
      Optional<Values> our = find(ours.clusters(), Sheet::nameOf, name);
      Optional<Values> their = find(theirs.clusters(), Sheet::nameOf, name);
      our.or(() -> their)
          .map(
              values ->
                  mixed(
                      new Part(Document.CLUSTER, name),
                      values,
                      our.isEmpty() ? values : their.orElse(Values.empty())))
          .ifPresent(clusters::add);
    }
    return clusters;
  }

  /** A part of the inputs and whose it is. */
  private record Part(Document document, String owner) {

    String path(Key<?> key) {
      return document == Document.NEXT ? Sheet.set(key) : key.path();
    }
  }

  private Values mixed(Part part, Values ours, Values theirs) {
    if (!concerns(part.document(), part.owner())) {
      return ours;
    }
    Set<Key<?>> keys = new LinkedHashSet<>();
    ours.keys().forEach(keys::add);
    theirs.keys().forEach(keys::add);
    Values.Builder values = Values.builder();
    for (Key<?> key : keys) {
      boolean take = isTaken(part.document(), part.owner(), part.path(key));
      copy(key, take ? theirs : ours, values);
    }
    return values.build();
  }

  private static <T> void copy(Key<T> key, Values from, Values.Builder to) {
    from.get(key).ifPresent(value -> to.put(key, value));
  }

  private boolean isTaken(Document document, String owner, String path) {
    return taken.contains(new Statement(document, owner, path));
  }

  private boolean concerns(Document document, String owner) {
    return taken.stream()
        .anyMatch(each -> each.document() == document && each.owner().equals(owner));
  }

  private static <T> List<T> united(List<T> ours, List<T> theirs, Function<T, String> name) {
    List<T> united = new ArrayList<>(ours);
    theirs.stream()
        .filter(each -> find(ours, name, name.apply(each)).isEmpty())
        .forEach(united::add);
    return united;
  }

  private static <T> Optional<T> find(List<T> all, Function<T, String> name, String wanted) {
    return all.stream().filter(each -> Objects.equals(name.apply(each), wanted)).findFirst();
  }
}
