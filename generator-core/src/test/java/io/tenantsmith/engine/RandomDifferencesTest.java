package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.objects.Trees;
import io.tenantsmith.plan.ChangedTenant;
import io.tenantsmith.plan.Fate;
import io.tenantsmith.plan.FileChange;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.ValueChange;
import io.tenantsmith.planning.ChangeApplication;
import io.tenantsmith.planning.RenderedSide;
import io.tenantsmith.planning.difference.Difference;
import io.tenantsmith.planning.difference.MatchedObject;
import io.tenantsmith.planning.difference.TreeFile;
import io.tenantsmith.planning.group.Group;
import io.tenantsmith.planning.group.Grouping;
import io.tenantsmith.planning.group.Member;
import io.tenantsmith.planning.group.OwnNames;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.run.SettledFleet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Pairs of fleets, drawn from a seed: whoever makes a plan's changes to the objects of the base has
 * those of the newer fleet, exactly; of what tenants share, nothing but lists of them follows their
 * files; a tenant's names give its own change back. {@code -Drandom.differences=300} draws more.
 */
class RandomDifferencesTest {

  private static final int PAIRS = Integer.getInteger("random.differences", 20);
  private static final int PAIRS_OF_A_FLEET = 10;

  private final MemoryFleet memory = new MemoryFleet();
  private final Map<ValueChange.Form, Integer> forms = new EnumMap<>(ValueChange.Form.class);

  RandomDifferencesTest() throws IOException {}

  /** A fleet as it is compared. */
  private record Compared(
      Map<String, List<TreeFile>> tenants, List<TreeFile> shared, @Nullable RenderedSide side) {

    static final Compared NOTHING = new Compared(Map.of(), List.of(), null);

    static Compared of(SettledFleet settled) {
      RenderedSide side = new RenderedSide(settled, MemoryFleet.CONTRIBUTORS, 4);
      Map<String, List<TreeFile>> tenants = new TreeMap<>();
      side.ids().forEach(id -> tenants.put(id, side.tenant(id).files()));
      return new Compared(tenants, side.shared(), side);
    }

    Optional<ResolvedTenant> inputs(String id) {
      return Optional.ofNullable(side).flatMap(known -> known.inputs(id));
    }

    List<TreeFile> tenant(String id) {
      return tenants.getOrDefault(id, List.of());
    }
  }

  @Test
  void theChangesMakeTheNewerFleetOfTheOlderOne() throws IOException {
    int compared = 0;
    for (int seed = 0; compared < PAIRS; seed++) {
      RandomLives lives = new RandomLives(seed);
      SortedMap<String, Map<String, Object>> files = lives.fleet();
      MemoryTree published = MemoryTree.EMPTY;
      Compared before = Compared.NOTHING;
      for (int i = 0; i < PAIRS_OF_A_FLEET && compared < PAIRS; i++) {
        Optional<SettledFleet> settled = settled(files, published);
        if (settled.isPresent()) {
          Compared after = Compared.of(settled.get());
          compare(before, after, published.index().tenants().isEmpty());
          assertThatNothingIsTakenWrongly(before, after);
          compared++;
          before = after;
          published = published.after(settled.get()).orElse(published);
        }
        files = lives.next(files, published.states()).files();
      }
    }
    System.getLogger(getClass().getName()).log(System.Logger.Level.INFO, "forms: {0}", forms);
    // Else the seed draws nothing that could go wrong.
    assertThat(forms)
        .containsKeys(ValueChange.Form.PLAIN, ValueChange.Form.DERIVED, ValueChange.Form.ORDER);
  }

  /**
   * A side beside another one takes from there what is the same; it must be its own all the same.
   */
  private static void assertThatNothingIsTakenWrongly(Compared before, Compared after) {
    RenderedSide old = before.side();
    if (old != null && after.side() != null) {
      RenderedSide beside =
          RenderedSide.beside(after.side(), old.settled(), MemoryFleet.CONTRIBUTORS);
      for (String id : old.ids()) {
        assertThat(contents(beside.tenant(id).files()))
            .as("%s", id)
            .isEqualTo(contents(before.tenant(id)));
      }
    }
  }

  private static Map<String, List<Object>> contents(List<TreeFile> files) {
    Map<String, List<Object>> contents = new TreeMap<>();
    for (TreeFile file : files) {
      List<Object> content = contents.computeIfAbsent(file.path(), path -> new ArrayList<>());
      content.add(file.text().get());
      file.objects().forEach(object -> content.add(object.tree()));
    }
    return contents;
  }

  private Optional<SettledFleet> settled(
      SortedMap<String, Map<String, Object>> files, MemoryTree published) {
    return memory
        .judge(files.values(), Request.Selection.ALL)
        .against(published.index(), published.index().published("the tree"))
        .value();
  }

  private void compare(Compared before, Compared after, boolean isFirst) {
    Set<String> ids = new TreeSet<>(before.tenants().keySet());
    ids.addAll(after.tenants().keySet());
    Grouping grouping = new Grouping();
    Map<String, List<ObjectChange>> own = new TreeMap<>();
    for (String id : ids) {
      OwnNames names = new OwnNames(id);
      before.inputs(id).ifPresent(names::with);
      after.inputs(id).ifPresent(names::with);
      own.put(id, compare(before.tenant(id), after.tenant(id)));
      grouping.add(new Member(id, "", "", names, ""), Fate.CHANGED, own.get(id), List.of());
    }
    for (Group group : grouping.groups()) {
      for (ChangedTenant tenant : group.tenants()) {
        assertThat(group.objectsOf(tenant.id())).isEqualTo(own.get(tenant.id()));
      }
    }
    List<ObjectChange> shared = compare(before.shared(), after.shared());
    if (!isFirst) {
      assertThat(shared).allMatch(ObjectChange::isDerived);
      assertThat(Difference.files(before.shared(), after.shared())).allMatch(FileChange::derived);
    }
  }

  private List<ObjectChange> compare(List<TreeFile> before, List<TreeFile> after) {
    List<MatchedObject> matched = Difference.matched(before, after);
    List<ObjectChange> changes = Difference.changes(matched);
    Map<String, Object> tree = objects(before);
    for (int i = 0; i < changes.size(); i++) {
      ObjectChange change = changes.get(i);
      assertThat(change.values()).as("%s", change.object()).isNotEmpty();
      change.values().forEach(value -> forms.merge(value.form(), 1, Integer::sum));
      Map<String, Object> old = matched.get(i).before();
      Object now = new ChangeApplication(change.object().kind()).after(old, change.values());
      if (old != null) {
        tree.remove(name(KubernetesObject.of(old)));
      }
      if (now instanceof Map<?, ?>) {
        KubernetesObject made = KubernetesObject.of(Trees.copy((Map<?, ?>) now));
        tree.put(name(made), made.tree());
      }
    }
    Map<String, Object> expected = objects(after);
    assertThat(tree.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (name, object) ->
            assertThat(Trees.same(tree.get(name), object))
                .as("%s: %s instead of %s", name, tree.get(name), object)
                .isTrue());
    return changes;
  }

  private static Map<String, Object> objects(List<TreeFile> files) {
    Map<String, Object> objects = new TreeMap<>();
    for (TreeFile file : files) {
      file.objects().forEach(object -> objects.put(name(object), object.tree()));
    }
    return objects;
  }

  private static String name(KubernetesObject object) {
    return object.ref().group() + " " + object.ref().display();
  }
}
