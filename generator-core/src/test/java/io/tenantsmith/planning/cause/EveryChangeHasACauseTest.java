package io.tenantsmith.planning.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.harness.BoundTexts;
import io.tenantsmith.model.Document;
import io.tenantsmith.plan.Cause;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.ValueChange;
import io.tenantsmith.planning.difference.TreeFile;
import io.tenantsmith.statement.ChangedStatement;
import io.tenantsmith.statement.Statement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/**
 * Pairs of random fleets: every change of every tenant has a cause, undoing what it names undoes
 * it, and whatever is named nowhere has nothing to do with it. {@code -Dcause.pairs} makes more of
 * them.
 */
class EveryChangeHasACauseTest {

  private static final int PAIRS = Integer.getInteger("cause.pairs", 12);
  private static final long SEED = Long.getLong("cause.seed", 20_261_128);

  private final BoundTexts bound = new BoundTexts();
  private int pairs;
  private int tenants;
  private int fields;
  private int several;
  private int shared;
  private int renderings;

  @Test
  void undoingWhatIsNamedUndoesTheChange() throws IOException {
    SortedMap<String, String> sample = FleetTexts.sample();
    for (long seed = SEED; pairs < PAIRS; seed++) {
      FleetTexts texts = new FleetTexts(seed);
      SortedMap<String, String> before = texts.edited(sample, 2);
      SortedMap<String, String> after = texts.edited(before, 1 + (int) (seed % 7));
      Optional<TwoFleets> pair = TwoFleets.of(bound, before, after);
      if (pair.isPresent() && !pair.get().inputs().changed().isEmpty()) {
        pairs++;
        check(pair.get(), "seed " + seed);
      }
    }
    System.out.printf(
        "%d pairs: %d tenants change in %d fields, %d of them for several reasons, and %d fields"
            + " that tenants share; %d renderings%n",
        pairs, tenants, fields, several, shared, renderings);
    assertThat(fields).isGreaterThan(PAIRS);
  }

  private void check(TwoFleets fleets, String name) {
    Causes causes = fleets.causes(BaseFacts.renderedNow("tenantsmith"));
    List<String> changed = new ArrayList<>();
    for (String id : fleets.ids()) {
      Representative tenant = fleets.representative(id);
      if (!tenant.objects().isEmpty() || !tenant.files().isEmpty()) {
        tenants++;
        changed.add(id);
        check(fleets, tenant, causes.attributed(tenant), name + " " + id);
      }
    }
    for (String cluster : fleets.clusters()) {
      Representative files = fleets.shared(cluster);
      if (!files.objects().isEmpty()) {
        Attributed found = causes.shared(files, changed);
        checkShared(fleets, files, found, name + " " + cluster);
      }
    }
    renderings += causes.renderings().spent();
  }

  /** What lists tenants names them; all else is undone by what it names. */
  private void checkShared(TwoFleets fleets, Representative files, Attributed found, String name) {
    Map<Set<Statement>, Moved> undone = new HashMap<>();
    for (ObjectChange object : found.objects()) {
      for (ValueChange value : object.values()) {
        String where = name + " " + object.object().display() + " " + value.display();
        assertThat(value.causes()).as(where).isNotEmpty();
        Set<Statement> because = new HashSet<>();
        for (int index : value.causes()) {
          Cause cause = found.causes().get(index);
          found.named().stream()
              .filter(each -> each.field().equals(cause.key()))
              .forEach(because::add);
        }
        if (because.stream().allMatch(EveryChangeHasACauseTest::isOfAll) && !because.isEmpty()) {
          shared++;
          Moved left =
              undone.computeIfAbsent(
                  because,
                  all -> Moved.between(files.before(), fleets.sharedWithout(files.id(), all)));
          FieldId field =
              FieldId.of(object.object(), value.path(), value.form() == ValueChange.Form.ORDER);
          assertThat(left.touches(field)).as(where + " without " + because).isFalse();
        }
      }
    }
  }

  private static boolean isOfAll(Statement statement) {
    return statement.document() == Document.FLEET || statement.document() == Document.CLUSTER;
  }

  private void check(TwoFleets fleets, Representative tenant, Attributed found, String name) {
    assertThat(found.causes()).as(name).isNotEmpty();
    List<ChangedStatement> statements = named(fleets, tenant, found);
    Map<Set<Statement>, Moved> undone = new HashMap<>();
    List<FieldId> changed = new ArrayList<>();
    for (ObjectChange object : found.objects()) {
      for (ValueChange value : object.values()) {
        fields++;
        String where = name + " " + object.object().display() + " " + value.display();
        FieldId field =
            FieldId.of(object.object(), value.path(), value.form() == ValueChange.Form.ORDER);
        changed.add(field);
        Set<Statement> because = new HashSet<>();
        for (int index : value.causes()) {
          Cause cause = found.causes().get(index);
          assertThat(cause.kind()).as(where).isIn(Cause.Kind.SETTING, Cause.Kind.FILE);
          because.add(statements.get(index).statement());
        }
        assertThat(because).as(where).isNotEmpty();
        several += because.size() > 1 ? 1 : 0;
        Moved left =
            undone.computeIfAbsent(
                because, all -> Moved.between(tenant.before(), fleets.without(tenant.id(), all)));
        assertThat(left.touches(field)).as(where + " without " + because).isFalse();
      }
    }
    checkUnnamed(fleets, tenant, found, changed, name);
  }

  private static List<ChangedStatement> named(
      TwoFleets fleets, Representative tenant, Attributed found) {
    List<ChangedStatement> named = new ArrayList<>();
    for (Cause cause : found.causes()) {
      named.add(
          fleets.inputs().reaching(tenant.id()).stream()
              .filter(
                  each ->
                      each.statement().field().equals(cause.key())
                          || cause.kind() == Cause.Kind.FILE
                              && each.statement().path().equals("file"))
              .filter(each -> cause.place().map(each.place()::equals).orElse(true))
              .findFirst()
              .orElseThrow());
    }
    return named;
  }

  /** Where it fits the rest at all, undoing it alone leaves each change as it is. */
  private static void checkUnnamed(
      TwoFleets fleets,
      Representative tenant,
      Attributed found,
      List<FieldId> changed,
      String name) {
    for (ChangedStatement each : fleets.inputs().changed()) {
      if (!found.named().contains(each.statement())) {
        List<TreeFile> files = fleets.without(tenant.id(), List.of(each.statement()));
        Moved moved = Moved.between(files, tenant.after());
        assertThat(changed.stream().filter(moved::touches))
            .as(name + " without " + each.statement())
            .isEmpty();
      }
    }
  }
}
