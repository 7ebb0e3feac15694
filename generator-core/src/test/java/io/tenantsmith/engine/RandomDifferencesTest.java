package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.objects.Trees;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.ValueChange;
import io.tenantsmith.planning.ChangeApplication;
import io.tenantsmith.planning.RenderedSide;
import io.tenantsmith.planning.difference.Difference;
import io.tenantsmith.planning.difference.MatchedObject;
import io.tenantsmith.planning.difference.TreeFile;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.run.SettledFleet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Pairs of fleets, drawn from a seed: whoever makes a plan's changes to the objects of the base has
 * those of the newer fleet, exactly. {@code -Drandom.differences=300} draws more.
 */
class RandomDifferencesTest {

  private static final int PAIRS = Integer.getInteger("random.differences", 20);
  private static final int PAIRS_OF_A_FLEET = 10;

  private final MemoryFleet memory = new MemoryFleet();
  private final Map<ValueChange.Form, Integer> forms = new EnumMap<>(ValueChange.Form.class);

  RandomDifferencesTest() throws IOException {}

  @Test
  void theChangesMakeTheNewerFleetOfTheOlderOne() throws IOException {
    int compared = 0;
    for (int seed = 0; compared < PAIRS; seed++) {
      RandomLives lives = new RandomLives(seed);
      SortedMap<String, Map<String, Object>> files = lives.fleet();
      MemoryTree published = MemoryTree.EMPTY;
      List<TreeFile> before = List.of();
      for (int i = 0; i < PAIRS_OF_A_FLEET && compared < PAIRS; i++) {
        Optional<SettledFleet> settled = settled(files, published);
        if (settled.isPresent()) {
          List<TreeFile> after = files(settled.get());
          compare(before, after);
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

  private Optional<SettledFleet> settled(
      SortedMap<String, Map<String, Object>> files, MemoryTree published) {
    return memory
        .judge(files.values(), Request.Selection.ALL)
        .against(published.index(), published.index().published("the tree"))
        .value();
  }

  private static List<TreeFile> files(SettledFleet settled) {
    RenderedSide side = new RenderedSide(settled, MemoryFleet.CONTRIBUTORS);
    List<TreeFile> files = new ArrayList<>();
    side.ids().forEach(id -> files.addAll(side.tenant(id).files()));
    files.addAll(side.shared());
    return files;
  }

  private void compare(List<TreeFile> before, List<TreeFile> after) {
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
