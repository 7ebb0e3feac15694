package io.tenantsmith.steps;

import io.tenantsmith.engine.StepPlan;
import io.tenantsmith.engine.StepPlan.Check;
import io.tenantsmith.engine.StepPlan.Effect;
import io.tenantsmith.engine.StepPlan.Topic;
import io.tenantsmith.render.KubernetesObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects what a step does; what every step says of objects and marks is said here. */
final class StepDraft {

  private final Passage passage;
  private final Departures departures;
  private final List<Effect> effects = new ArrayList<>();
  private final List<Check> beforeMerging = new ArrayList<>();

  StepDraft(Passage passage) {
    this.passage = passage;
    this.departures = new Departures(passage);
  }

  /** Adds an effect. */
  void say(Topic topic, String text) {
    say(topic, text, List.of());
  }

  /** Adds an effect on several things. */
  void say(Topic topic, String text, List<String> items) {
    effects.add(new Effect(topic, text, items));
  }

  /** Adds an effect on several things, unless there are none. */
  void sayOf(Topic topic, String text, List<String> items) {
    if (!items.isEmpty()) {
      say(topic, text, items);
    }
  }

  /** Adds something to look at before the step is merged. */
  void before(String what, String command, String expect) {
    before(List.of(new Check(what, command, expect)));
  }

  /** Adds several such things. */
  void before(List<Check> checks) {
    beforeMerging.addAll(checks);
  }

  StepPlan plan() {
    marks();
    sayOf(
        Topic.KEPT,
        "Secrets are external-secrets' own again, with their values",
        departures.handedBack());
    Passage.Rendered now = passage.now();
    if (now != null) {
      sayOf(Topic.PATCHES, "left out in this state", now.leftOut());
    }
    sayOf(Topic.LEFT, "not read, so what of it leaves is not listed", passage.old().unread());
    effects.sort(Comparator.comparing(Effect::topic));
    return new StepPlan(
        passage.way(),
        departures.counts(),
        effects,
        departures.leaving(),
        new StepPlan.Checks(new SyncChecks(passage).ofLastStep(), beforeMerging));
  }

  /** Marks that come and go, on objects that are in both trees. */
  private void marks() {
    List<String> lifted = new ArrayList<>();
    List<String> set = new ArrayList<>();
    for (KubernetesObject object : passage.old().all()) {
      Optional<KubernetesObject> after =
          Optional.ofNullable(passage.fresh().byKey().get(TenantObjects.key(object)));
      boolean marked = TenantObjects.isMarked(object);
      boolean stays = after.filter(TenantObjects::isMarked).isPresent();
      if (after.isPresent() && marked != stays) {
        (marked ? lifted : set).add(passage.name(object));
      }
    }
    sayOf(Topic.MARKS, "no longer protected, so that a later step can delete it", lifted);
    sayOf(Topic.MARKS, "protected again", set);
  }
}
