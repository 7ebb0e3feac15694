package io.tenantsmith.planning;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.model.TenantId;
import io.tenantsmith.output.Change;
import io.tenantsmith.output.ChangeSink;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.planning.group.AlikeLines;
import io.tenantsmith.planning.group.OwnNames;
import io.tenantsmith.run.SettledFleet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Listens to a run that compares files, and tells which tenants change alike. So a plan of what the
 * run did looks at few of them. A run that changes nothing costs nothing; a tenant that is new is
 * not looked at, since nothing of it can be lost.
 */
public final class AlikeTenants implements ChangeSink {

  /** Of files that tenants share, so many are kept. */
  private static final int SHARED = 200;

  /** The same of those that are named after a tenant. */
  private static final int NAMED = 20;

  private static final String FACTS = "tenant.json";
  private static final String INDEX = "index.json";

  private final ChangeSink sink;
  private final Map<String, PublishedTenant> before = new HashMap<>();
  private final Map<String, ResolvedTenant> now;
  private final SortedMap<String, Object> alike = new TreeMap<>();
  private final SortedMap<RelativePath, Change> shared = new TreeMap<>();
  private @Nullable String current;
  private @Nullable AlikeLines lines;
  private int named;
  private int sharedLeftOut;

  /** A listener that hands on all it hears. */
  public AlikeTenants(ChangeSink sink, SettledFleet settled) {
    this.sink = sink;
    settled.published().tenants().forEach(tenant -> before.put(tenant.id().value(), tenant));
    this.now =
        settled.selected().stream()
            .collect(Collectors.toMap(tenant -> tenant.id().value(), Function.identity()));
  }

  @Override
  public void take(Change change) throws IOException {
    TenantId owner = change.owner();
    if (owner == null) {
      keep(change);
    } else if (before.containsKey(owner.value()) && !change.path().name().equals(FACTS)) {
      hear(owner.value(), change);
    }
    sink.take(change);
  }

  /** The changes of a tenant come one after the other. */
  private void hear(String id, Change change) {
    AlikeLines known = lines;
    if (known == null || !id.equals(current)) {
      flush();
      known = lines(id);
      current = id;
      lines = known;
    }
    byte[] old = change.before();
    known.add(
        change.path().name(),
        old == null ? "" : new String(old, UTF_8).replace("\r\n", "\n"),
        change.file().map(file -> new String(file.content(), UTF_8)).orElse(""));
  }

  /** Tenants of another tier, cluster or state differ in what does not change. */
  private AlikeLines lines(String id) {
    ResolvedTenant tenant = now.get(id);
    PublishedTenant old = before.get(id);
    if (tenant == null || old == null) {
      return new AlikeLines(new OwnNames(id), "gone " + id);
    }
    String surroundings =
        String.join(
            " ",
            old.tier(),
            tenant.tier(),
            old.cluster(),
            tenant.cluster().name().value(),
            old.state().label(),
            tenant.state().label());
    return new AlikeLines(new OwnNames(id).with(tenant), surroundings);
  }

  private void flush() {
    if (current != null && lines != null) {
      alike.put(current, lines.value());
    }
    current = null;
    lines = null;
  }

  private void keep(Change change) {
    if (change.path().name().equals(INDEX)) {
      return;
    }
    boolean isOfTenant = isNamedAfterTenant(change.path());
    if (isOfTenant ? named == NAMED : shared.size() - named == SHARED) {
      sharedLeftOut++;
      return;
    }
    named += isOfTenant ? 1 : 0;
    shared.put(change.path(), change);
  }

  /** Whether a file outside of tenants' folders is one of those that there are for each tenant. */
  boolean isNamedAfterTenant(RelativePath path) {
    int dot = path.name().indexOf('.');
    return dot > 0 && now.containsKey(path.name().substring(0, dot));
  }

  /** What of the files that tenants share differs, sorted by path. */
  List<Change> shared() {
    return List.copyOf(shared.values());
  }

  /** How many more files that tenants share differ. */
  int sharedLeftOut() {
    return sharedLeftOut;
  }

  /**
   * Tenants that change alike.
   *
   * @param ids all of them, sorted
   */
  record Alike(List<String> ids) {

    /** Two say whether they are really alike, and what is each one's own. */
    List<String> looked() {
      return ids.size() < 2 ? ids : List.of(ids.get(0), ids.get(ids.size() - 1));
    }
  }

  /**
   * All kinds of tenants that change or go: those that go, then those in another state, then the
   * largest.
   *
   * @param signature what else those of one kind have in common
   */
  List<Alike> kinds(Function<String, String> signature) {
    flush();
    Map<List<Object>, List<String>> kinds = new LinkedHashMap<>();
    alike.forEach(
        (id, value) ->
            kinds
                .computeIfAbsent(List.of(value, signature.apply(id)), key -> new ArrayList<>())
                .add(id));
    return kinds.values().stream()
        .map(Alike::new)
        .sorted(
            Comparator.comparing(this::isQuiet)
                .thenComparing(alikes -> -alikes.ids().size())
                .thenComparing(alikes -> alikes.ids().get(0)))
        .toList();
  }

  private boolean isQuiet(Alike alikes) {
    String id = alikes.ids().get(0);
    ResolvedTenant tenant = now.get(id);
    PublishedTenant old = before.get(id);
    return tenant != null && old != null && tenant.state() == old.state();
  }

  /** How many tenants of these get another tier. */
  int ofOtherTier(List<String> ids) {
    return (int) ids.stream().filter(this::hasOtherTier).count();
  }

  private boolean hasOtherTier(String id) {
    ResolvedTenant tenant = now.get(id);
    PublishedTenant old = before.get(id);
    return tenant != null && old != null && !tenant.tier().equals(old.tier());
  }
}
