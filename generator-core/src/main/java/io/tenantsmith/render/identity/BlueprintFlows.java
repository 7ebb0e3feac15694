package io.tenantsmith.render.identity;

import io.tenantsmith.yaml.TaggedNode;
import io.tenantsmith.yaml.TaggedNode.Scalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What no flow may do: Authentik skips a stage whose policy says no, writes what an inviter put
 * into an invitation to whoever opens the link, and goes on where a policy fails.
 */
final class BlueprintFlows {

  private final Map<String, BlueprintObject> byId = new LinkedHashMap<>();
  private final Map<String, List<Guard>> guards = new LinkedHashMap<>();

  private BlueprintFlows(List<BlueprintObject> objects) {
    objects.stream().filter(o -> !o.id().isEmpty()).forEach(o -> byId.put(o.id(), o));
    for (BlueprintObject object : objects) {
      BlueprintObject policy = byId.get(object.reference("policy"));
      if (object.isA("authentik_policies.policybinding") && policy != null) {
        guards
            .computeIfAbsent(object.reference("target"), target -> new ArrayList<>())
            .add(new Guard(object, policy));
      }
    }
  }

  static void check(List<BlueprintObject> objects) {
    BlueprintFlows flows = new BlueprintFlows(objects);
    Map<String, List<Step>> steps = new LinkedHashMap<>();
    for (BlueprintObject object : objects) {
      if (object.isA("authentik_flows.flowstagebinding")) {
        Step step = flows.step(object);
        steps.computeIfAbsent(flow(object), flow -> new ArrayList<>()).add(step);
      }
      if (object.isA("authentik_stages_invitation.invitationstage")) {
        BlueprintRule.INVITATION.require(
            object.text("continue_flow_without_invitation").equals("false"), object.text("name"));
      }
    }
    for (Map.Entry<String, List<Step>> flow : steps.entrySet()) {
      flow.getValue().sort(Comparator.comparingInt(Step::order));
      flows.check(flow.getKey(), flow.getValue());
    }
  }

  private Step step(BlueprintObject binding) {
    BlueprintRule rule = BlueprintRule.STEP;
    BlueprintObject stage = byId.get(binding.reference("stage"));
    rule.require(stage != null, "a stage of another file");
    rule.require(
        binding.text("re_evaluate_policies").equals("true")
            && binding.text("evaluate_on_plan").equals("false")
            && binding.text("policy_engine_mode").equals("all"),
        binding.id());
    TaggedNode order = rule.field(binding.identifiers(), "order");
    rule.require(order instanceof Scalar, binding.id());
    return new Step(
        Integer.parseInt(binding.text("order")),
        Objects.requireNonNull(stage),
        guards.getOrDefault(binding.id(), List.of()));
  }

  /** A flow of ours by its id, another by what finds it. */
  private static String flow(BlueprintObject binding) {
    String own = binding.reference("target");
    return own.isEmpty() ? String.valueOf(binding.field("target").orElse(null)) : own;
  }

  private void check(String flow, List<Step> steps) {
    boolean invited = false;
    boolean recovers =
        byId.containsKey(flow) && byId.get(flow).text("designation").equals("recovery");
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      List<Step> before = steps.subList(0, i);
      invited |= step.is("authentik_stages_invitation.invitationstage");
      if (invited && step.is("authentik_stages_user_write.userwritestage")) {
        checkWrite(flow, step, before);
      }
      if (step.is("authentik_stages_password.passwordstage")) {
        BlueprintRule.FAILURES.require(before.stream().anyMatch(Step::countsFailures), flow);
      }
      if (step.is("authentik_stages_user_login.userloginstage")) {
        BlueprintRule.FACTOR.require(before.stream().anyMatch(Step::setsUpFactor), flow);
      }
      if (recovers && step.changesAccount()) {
        BlueprintRule.MAIL_FIRST.require(before.stream().anyMatch(Step::waitsForMail), flow);
      }
    }
  }

  /** What an invitation holds is cleared before it is written, else the invited are refused. */
  private static void checkWrite(String flow, Step step, List<Step> before) {
    List<Guard> clearing = step.guards().stream().filter(Guard::clears).toList();
    BlueprintRule.INVITATION.require(!clearing.isEmpty(), flow + " " + step.order());
    for (Guard guard : step.guards()) {
      Predicate<Guard> opposite =
          other ->
              other.policy().id().equals(guard.policy().id())
                  && other.says("negate")
                  && other.failsClosed();
      BlueprintRule.REFUSAL.require(
          before.stream()
              .filter(Step::denies)
              .anyMatch(
                  other -> other.guards().size() == 1 && opposite.test(other.guards().get(0))),
          flow + " " + step.order());
    }
  }

  /** A policy that decides whether a step is met. */
  private record Guard(BlueprintObject binding, BlueprintObject policy) {

    boolean says(String key) {
      return binding.text(key).equals("true");
    }

    /** What a policy that fails says, whatever "negate" says. */
    boolean failsClosed() {
      return says("enabled") && says("failure_result");
    }

    boolean clears() {
      return says("enabled")
          && !says("negate")
          && !says("failure_result")
          && policy.text("expression").contains("plan.context[\"prompt_data\"] = {");
    }

    boolean asksForMail() {
      return failsClosed()
          && !says("negate")
          && policy.text("expression").contains("not request.context.get(\"is_restored\"");
    }
  }

  /** A stage in its place. */
  private record Step(int order, BlueprintObject stage, List<Guard> guards) {

    boolean is(String model) {
      return stage.isA(model);
    }

    boolean denies() {
      return is("authentik_stages_deny.denystage");
    }

    /**
     * Counts what went wrong alone. A reputation policy adds what went right, so that a guesser at
     * one address, whose score ends at -5, never stops the sign-in of somebody who signs in often.
     */
    boolean countsFailures() {
      return denies()
          && guards.stream()
              .map(Guard::policy)
              .anyMatch(policy -> policy.text("expression").contains("score__lt=0"));
    }

    boolean setsUpFactor() {
      return is("authentik_stages_authenticator_validate.authenticatorvalidatestage")
          && stage.text("not_configured_action").equals("configure");
    }

    boolean waitsForMail() {
      return denies() && guards.size() == 1 && guards.get(0).asksForMail();
    }

    boolean changesAccount() {
      return is("authentik_stages_prompt.promptstage")
          || is("authentik_stages_user_write.userwritestage")
          || is("authentik_stages_user_login.userloginstage");
    }
  }
}
