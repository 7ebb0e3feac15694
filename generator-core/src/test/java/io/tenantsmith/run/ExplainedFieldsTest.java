package io.tenantsmith.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.CommandResult.FleetSize;
import io.tenantsmith.engine.ExplainResult;
import io.tenantsmith.engine.Front;
import io.tenantsmith.explain.ExplainedPart;
import io.tenantsmith.explain.Explanation;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.harness.TextEdits;
import io.tenantsmith.harness.VariantFleet;
import io.tenantsmith.model.ResolvedTenant;
import io.tenantsmith.objects.Node;
import io.tenantsmith.render.Artifact;
import io.tenantsmith.render.KubernetesObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code explain} says of a field is so: each setting that it names moves the field when it is
 * set differently, or the list or map that is computed as a whole and holds it; no other does.
 * Every line of the inputs is edited; {@code -Dexplained.fields=2000} asks of more fields, of all
 * variants.
 *
 * <p>A few that are named move nothing: a list is read where one item would do, a setting may not
 * be set differently alone, or an amount is rounded.
 */
class ExplainedFieldsTest {

  private static final int USUAL = 240;
  private static final int FIELDS = Integer.getInteger("explained.fields", USUAL);

  /** One of so many settings may be named in vain. */
  private static final int FEW = 20;

  /** So many right values of a place that move nothing that was asked for are taken for all. */
  private static final int ENOUGH = 8;

  private final TextFleet fleet = new TextFleet();
  private final Map<String, Integer> quiet = new TreeMap<>();
  private final Map<String, Integer> unnamed = new TreeMap<>();
  private final Set<SourceRange> settable = new HashSet<>();
  private final Map<String, Set<SourceRange>> wholes = new HashMap<>();
  private int asked;
  private int named;

  @TempDir private Path folder;

  @Test
  void whatIsNamedMovesTheFieldAndNothingElseDoes() throws IOException {
    List<SortedMap<String, String>> fleets = fleets();
    for (int i = 0; i < fleets.size(); i++) {
      ask(fleets.get(i), new Random(i), FIELDS / fleets.size());
    }
    System.out.printf(
        "%d fields name %d settings with a place, of which %d move nothing when set to what was"
            + " tried%n",
        asked, named, quiet.size());
    assertThat(unnamed).as("settings that move a field and are not named").isEmpty();
    assertThat(quiet.size())
        .as("named, but nothing that was tried moves the field: %s", quiet)
        .isLessThanOrEqualTo(named / FEW);
  }

  private List<SortedMap<String, String>> fleets() throws IOException {
    SortedMap<String, String> sample = TextFleet.read(SampleFleet.root());
    List<SortedMap<String, String>> fleets =
        new ArrayList<>(List.of(sample, EditedFleets.withRollOut(sample)));
    if (FIELDS > USUAL) {
      fleets.add(EditedFleets.withPlainTenants(sample));
    }
    for (String name : FIELDS > USUAL ? VariantFleet.names() : List.of("vault")) {
      fleets.add(TextFleet.read(VariantFleet.copyTo(folder.resolve(name), name)));
    }
    return fleets;
  }

  /**
   * A field of a tenant's object.
   *
   * @param wholes what is computed as a whole and holds the field: lists, maps that one value makes
   * @param file the file's objects, which come and go together with others of their rows
   */
  private record Asked(
      ResolvedTenant tenant, KubernetesObject object, Node node, List<Node> wholes, Artifact file) {

    Asked withWholes() {
      return new Asked(tenant, object, node, ExplainedFieldsTest.wholes(file, object, node), file);
    }

    String id() {
      return object.ref() + node.pointer();
    }
  }

  /** Asks of some fields of a fleet, and edits every line of it. */
  private void ask(SortedMap<String, String> texts, Random random, int number) {
    TextFleet.Settled settled = fleet.settled(texts).orElseThrow();
    ResolvedTenant tenant = settled.tenants().get(random.nextInt(settled.tenants().size()));
    List<Artifact> files = TextFleet.artifacts(settled.fleet(), tenant);
    settable.clear();
    wholes.clear();
    List<Asked> fields = some(tenant, files, random, number);
    Map<String, Set<SourceRange>> movers = movers(texts, tenant, files, fields);
    Explanation explanation =
        new Explanation(
            new FleetSize(1, 1, 1),
            new ExplainedPart(
                new ExplainResult.Subject(
                    "tenant", tenant.id().value(), SourceRange.ofFile(tenant.file())),
                tenant.settings(),
                tenant.namespace(),
                new ExplainedPart.Files(files, List.of()),
                ExplainedPart.Patching.NONE),
            Front.LAUNCHER);
    fields.forEach(field -> compare(field, explanation, movers.get(field.id())));
  }

  private void compare(Asked field, Explanation explanation, Set<SourceRange> moving) {
    ExplainResult.Field answer =
        explanation
            .field(name(field.object()), field.node().path())
            .value()
            .orElseThrow()
            .asked()
            .orElseThrow();
    asked++;
    Set<SourceRange> places = new HashSet<>();
    for (ExplainResult.Mover mover : answer.movers()) {
      ExplainResult.Source source = mover.value().source();
      places.addAll(source.also());
      SourceRange place = source.origin().place().orElse(null);
      if (place != null) {
        places.add(place);
        named++;
        Set<SourceRange> ofWhole = wholes.get(field.id());
        boolean isSettable = settable.stream().anyMatch(edited -> holds(place, edited));
        if (mover.role() != ExplainResult.Role.CHOICE
            && isSettable
            && moving.stream().noneMatch(edited -> holds(place, edited))
            && ofWhole.stream().noneMatch(edited -> holds(place, edited))) {
          note(quiet, mover.role() + " " + mover.value().key() + " of " + title(field));
        }
      }
    }
    for (SourceRange edited : moving) {
      if (places.stream().noneMatch(place -> holds(place, edited))) {
        note(unnamed, edited.display() + " of " + title(field));
      }
    }
  }

  private static void note(Map<String, Integer> notes, String note) {
    notes.merge(note, 1, Integer::sum);
  }

  private static String title(Asked field) {
    return field.object().ref().kind() + " " + field.node().path();
  }

  private static String name(KubernetesObject object) {
    String group = object.ref().group();
    String namespace = object.ref().namespace();
    return object.ref().kind()
        + (group.isEmpty() ? "/" : "." + group + "/")
        + (namespace.isEmpty() ? "" : namespace + "/")
        + object.ref().name();
  }

  private static boolean holds(SourceRange place, SourceRange edited) {
    return place.file().equals(edited.file())
        && !place.isWholeFile()
        && place.line() <= edited.line()
        && place.endLine() >= edited.endLine()
        && (place.line() < edited.line() || place.column() <= edited.column())
        && (place.endLine() > edited.endLine() || place.endColumn() >= edited.endColumn());
  }

  /** For each field the places of which some edit moves it. */
  private Map<String, Set<SourceRange>> movers(
      SortedMap<String, String> texts,
      ResolvedTenant tenant,
      List<Artifact> files,
      List<Asked> fields) {
    Map<String, Set<SourceRange>> movers = new LinkedHashMap<>();
    fields.forEach(field -> movers.put(field.id(), new HashSet<>()));
    fields.forEach(field -> wholes.put(field.id(), new HashSet<>()));
    texts.forEach(
        (file, text) -> {
          for (TextEdits.Field edit : TextEdits.of(file, text)) {
            int right = 0;
            for (String value : OtherValues.of(edit)) {
              SortedMap<String, String> all = new TreeMap<>(texts);
              all.put(file, edit.edited(text, value));
              right += right < ENOUGH && note(all, tenant, fields, edit.range(), movers) ? 1 : 0;
            }
            if (right > 0) {
              settable.add(edit.range());
            }
            edit.removed(text)
                .ifPresent(
                    without -> {
                      SortedMap<String, String> all = new TreeMap<>(texts);
                      all.put(file, without);
                      note(all, tenant, fields, edit.range(), movers);
                    });
            for (String without : OtherValues.withoutBlocks(text, edit)) {
              SortedMap<String, String> all = new TreeMap<>(texts);
              all.put(file, without);
              note(all, tenant, fields, edit.range(), wholes);
            }
          }
        });
    return movers;
  }

  /** Whether the fleet is in order with an edit. */
  private boolean note(
      SortedMap<String, String> texts,
      ResolvedTenant tenant,
      List<Asked> fields,
      SourceRange edited,
      Map<String, Set<SourceRange>> movers) {
    TextFleet.Settled settled = fleet.settled(texts).orElse(null);
    if (settled == null) {
      return false;
    }
    ResolvedTenant now =
        settled.tenants().stream()
            .filter(each -> each.file().equals(tenant.file()))
            .findFirst()
            .orElse(null);
    if (now == null) {
      return false;
    }
    Map<Object, Map<String, Object>> objects = new HashMap<>();
    List<Artifact> files = TextFleet.artifacts(settled.fleet(), now);
    for (Artifact file : files) {
      file.objects().forEach(object -> objects.put(object.ref(), object.tree()));
    }
    for (Asked field : fields) {
      Map<String, Object> tree = objects.get(field.object().ref());
      if (tree == null || !same(field.node(), tree)) {
        movers.get(field.id()).add(edited);
      } else if (field.wholes().stream().anyMatch(whole -> !same(whole, tree))
          || files.stream().noneMatch(file -> refs(file).equals(refs(field.file())))) {
        wholes.get(field.id()).add(edited);
      }
    }
    return true;
  }

  /** An item without a name is wherever the rest of its path says the same: lists are sets. */
  private static boolean same(Node field, Map<String, Object> tree) {
    List<Object> steps = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Node node = field; node.parent() != null; node = node.parent()) {
      steps.add(0, node.step());
      names.add(0, node.get("name").textOr(node.get("mountPath").text()));
    }
    return same(steps, names, tree, field.value());
  }

  private static boolean same(
      List<Object> steps, List<String> names, Object tree, Object expected) {
    if (steps.isEmpty()) {
      return expected.equals(tree);
    }
    List<Object> rest = steps.subList(1, steps.size());
    List<String> restNames = names.subList(1, names.size());
    if (steps.get(0) instanceof Integer) {
      return tree instanceof List<?> list
          && list.stream()
              .filter(item -> names.get(0).isEmpty() || hasName(item, names.get(0)))
              .anyMatch(item -> same(rest, restNames, item, expected));
    }
    Object value = tree instanceof Map<?, ?> map ? map.get(steps.get(0)) : null;
    return value != null && same(rest, restNames, value, expected);
  }

  private static boolean hasName(Object item, String name) {
    return item instanceof Map<?, ?> map
        && (name.equals(map.get("name")) || name.equals(map.get("mountPath")));
  }

  private static List<Asked> some(
      ResolvedTenant tenant, List<Artifact> files, Random random, int number) {
    List<Asked> all = new ArrayList<>();
    for (Artifact file : files) {
      for (KubernetesObject object : file.objects()) {
        leaves(
            Node.of(object.tree()),
            node -> all.add(new Asked(tenant, object, node, List.of(), file)));
      }
    }
    Collections.shuffle(all, random);
    return all.stream().limit(number).map(Asked::withWholes).toList();
  }

  private static Set<Object> refs(Artifact file) {
    Set<Object> refs = new HashSet<>();
    file.objects().forEach(object -> refs.add(object.ref()));
    return refs;
  }

  private static List<Node> wholes(Artifact file, KubernetesObject object, Node leaf) {
    String value =
        file.origins().at(object.ref(), leaf.pointer()).stream()
            .filter(origin -> origin.isOnlyPart(leaf.pointer()))
            .map(origin -> origin.field().pointer())
            .findFirst()
            .orElse("none");
    List<Node> wholes = new ArrayList<>();
    for (Node node = leaf; node != null; node = node.parent()) {
      if (node.value() instanceof List<?> || node.pointer().equals(value)) {
        wholes.add(node);
      }
    }
    return wholes;
  }

  private static void leaves(Node node, Consumer<Node> leaf) {
    List<Node> below = node.value() instanceof List<?> ? node.items() : node.entries();
    if (below.isEmpty()) {
      leaf.accept(node);
    }
    below.forEach(each -> leaves(each, leaf));
  }
}
