package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.engine.RandomLives.Proposal;
import io.tenantsmith.lifecycle.Step;
import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.objects.Node;
import io.tenantsmith.render.KubernetesObject;
import io.tenantsmith.run.JudgedFleet;
import io.tenantsmith.run.SettledFleet;
import io.tenantsmith.steps.TenantObjects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Pairs of fleets, drawn from a seed: what is published, and what somebody makes of it. Whatever
 * the plan of an accepted pair takes away was released by a commit before it. {@code
 * -Drandom.steps=10000} draws more.
 */
class RandomStepsTest {

  private static final int PAIRS = Integer.getInteger("random.steps", 60);
  private static final int PAIRS_OF_A_FLEET = 20;
  private static final Set<String> DATA = Set.of("Namespace", "PersistentVolumeClaim", "Secret");
  private static final Set<String> DATABASE = Set.of("MariaDB", "Database", "User", "Grant");

  private final MemoryFleet memory = new MemoryFleet();
  private final Map<Step, Integer> taken = new EnumMap<>(Step.class);
  private int refused;

  RandomStepsTest() throws IOException {}

  @Test
  void noAcceptedPlanTakesAwayWhatWasNotReleasedBefore() throws IOException {
    for (int pairs = 0; pairs < PAIRS; pairs += PAIRS_OF_A_FLEET) {
      live(new RandomLives(pairs), Math.min(PAIRS_OF_A_FLEET, PAIRS - pairs));
    }
    System.getLogger(getClass().getName())
        .log(System.Logger.Level.INFO, "{0} refused, taken: {1}", refused, taken);
    // Else the seed draws nothing that could go wrong.
    assertThat(refused).isBetween(PAIRS / 10, PAIRS * 9 / 10);
    assertThat(taken).hasSizeGreaterThan(Step.values().length / 2);
  }

  /** One fleet and what becomes of it. */
  private void live(RandomLives lives, int pairs) throws IOException {
    SortedMap<String, Map<String, Object>> files = lives.fleet();
    MemoryTree published = MemoryTree.EMPTY.after(memory.valid(files.values())).orElseThrow();
    for (int i = 0; i < pairs; i++) {
      Proposal proposal = lives.next(files, published.states());
      Request.Selection part = lives.selection(proposal);
      Optional<MemoryTree> next = accepted(proposal, published, part);
      if (next.isPresent()) {
        compare(published, next.get(), proposal);
        published = next.get();
        files = proposal.published(files, part);
      } else {
        refused++;
      }
    }
  }

  private Optional<MemoryTree> accepted(
      Proposal proposal, MemoryTree published, Request.Selection selection) throws IOException {
    JudgedFleet judged = memory.judge(proposal.files().values(), selection);
    Result<SettledFleet> settled =
        judged.against(published.index(), published.index().published("the tree"));
    if (settled.value().isPresent()) {
      return published.after(settled.value().get());
    }
    boolean onlySteps =
        proposal.files().entrySet().stream()
            .allMatch(file -> mayFollow(published.states().get(file.getKey()), file.getValue()));
    if (proposal.isPure() && onlySteps && !judged.isRefused()) {
      assertThat(settled.diagnostics()).as("%s", proposal).isEmpty();
    }
    return Optional.empty();
  }

  private static boolean mayFollow(TenantState before, Map<String, Object> file) {
    return Step.mayFollow(before, TenantState.of(file.get("state").toString()).orElseThrow());
  }

  private void compare(MemoryTree before, MemoryTree after, Proposal proposal) {
    Set<String> ids = new TreeSet<>(before.states().keySet());
    ids.addAll(after.states().keySet());
    for (String id : ids) {
      TenantState from = before.states().get(id);
      TenantState to = after.states().get(id);
      assertThat(Step.mayFollow(from, to)).as("%s: %s to %s", id, from, to).isTrue();
      Step.between(from, to).ifPresent(step -> taken.merge(step, 1, Integer::sum));
      List<String> problems = new ArrayList<>();
      Passage passage = new Passage(from, to, proposal.isPure());
      passage.judge(before.objects(id), after.objects(id), problems);
      assertThat(problems).as("%s: %s to %s of %s", id, from, to, proposal).isEmpty();
    }
  }

  /**
   * A tenant's way from one tree to the next.
   *
   * @param isPure whether nothing but states was changed
   */
  private record Passage(TenantState from, TenantState to, boolean isPure) {

    void judge(
        SortedMap<String, KubernetesObject> before,
        SortedMap<String, KubernetesObject> after,
        List<String> problems) {
      before.forEach(
          (name, object) -> {
            KubernetesObject now = after.get(name);
            if (now == null ? !mayGo(object, after) : !mayBecome(object, now)) {
              problems.add((now == null ? "gone: " : "changed: ") + name);
            }
          });
    }

    /**
     * A marked object stays in the cluster, and is forgotten; without a mark it is deleted. A step
     * forgets nothing but a Secret that its ExternalSecret has again.
     */
    private boolean mayGo(KubernetesObject object, SortedMap<String, KubernetesObject> after) {
      if (TenantObjects.isMarked(object)) {
        return !isPure || (object.kind().equals("Secret") && !isOfNobody(object, after));
      }
      return DATA.contains(object.kind())
          ? from == TenantState.ERASING && (to == TenantState.ERASED || isOfNobody(object, after))
          : !DATABASE.contains(object.kind())
              || (from == TenantState.SUSPENDED && to == TenantState.RETAINED);
    }

    /**
     * Whether a Secret is one of a feature that is off: a tenant that is erased names them all, as
     * the feature may have been on; one that is kept after all does not.
     */
    private static boolean isOfNobody(
        KubernetesObject object, SortedMap<String, KubernetesObject> after) {
      String maker = " ExternalSecret " + object.namespace() + "/" + object.ref().name();
      return object.kind().equals("Secret")
          && after.keySet().stream().noneMatch(name -> name.endsWith(maker));
    }

    private boolean mayBecome(KubernetesObject before, KubernetesObject after) {
      boolean releases = TenantObjects.isMarked(before) && !TenantObjects.isMarked(after);
      TenantState where =
          DATABASE.contains(before.kind()) ? TenantState.SUSPENDED : TenantState.ERASING;
      return (!releases || to == where) && keepsItsVolume(before, after);
    }

    private static boolean keepsItsVolume(KubernetesObject before, KubernetesObject after) {
      if (!before.kind().equals("PersistentVolumeClaim")) {
        return true;
      }
      Node old = Node.of(before.tree()).get("spec");
      Node now = Node.of(after.tree()).get("spec");
      return size(now).compareTo(size(old)) >= 0
          && now.get("storageClassName").text().equals(old.get("storageClassName").text());
    }

    private static Bytes size(Node spec) {
      String size = spec.at("resources", "requests", "storage").text();
      return Bytes.parse(size).value().orElseThrow();
    }
  }

  /** All pairs of what is published and what a file states, through the rules of a run. */
  @ParameterizedTest
  @EnumSource
  void onlyAStepIsAccepted(TenantState from) throws IOException {
    SortedMap<String, Map<String, Object>> files = new RandomLives(1).fleet();
    Map<String, Object> tenant = files.get(files.firstKey());
    MemoryTree published =
        MemoryTree.EMPTY.after(memory.valid(List.of(RandomLives.in(from, tenant)))).orElseThrow();
    for (TenantState to : TenantState.values()) {
      assertThat(codes(RandomLives.in(to, tenant), published))
          .as("%s to %s", from, to)
          .isEqualTo(Step.mayFollow(from, to) ? List.of() : List.of(Code.LIF102));
      assertThat(codes(RandomLives.in(to, tenant), MemoryTree.EMPTY))
          .isEqualTo(Step.mayFollow(null, to) ? List.of() : List.of(Code.LIF102));
    }
  }

  private List<Code> codes(Map<String, Object> file, MemoryTree published) {
    return memory
        .judge(List.of(file), Request.Selection.ALL)
        .against(published.index(), published.index().published("the tree"))
        .diagnostics()
        .stream()
        .map(Diagnostic::code)
        .toList();
  }
}
