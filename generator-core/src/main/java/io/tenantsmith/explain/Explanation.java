package io.tenantsmith.explain;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.diagnostic.Suggestion;
import io.tenantsmith.engine.CommandResult.FleetSize;
import io.tenantsmith.engine.ExplainResult;
import io.tenantsmith.engine.Front;
import io.tenantsmith.explain.KnownObjects.Held;
import io.tenantsmith.model.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers questions about a part of a fleet. */
public final class Explanation {

  private final FleetSize fleet;
  private final ExplainedPart part;
  private final Front front;

  /**
   * The answers for a part.
   *
   * @param fleet the size of the fleet
   * @param front who asks
   */
  public Explanation(FleetSize fleet, ExplainedPart part, Front front) {
    this.fleet = fleet;
    this.part = part;
    this.front = front;
  }

  /** All effective values. */
  public ExplainResult all() {
    return result(EffectiveValues.of(KeyNames.visible(), part.settings()), List.of(), null);
  }

  /** One value, and where it ends. */
  public Result<ExplainResult> value(String name) {
    List<Key<?>> keys = KeyNames.named(name);
    if (keys.isEmpty()) {
      return Result.failed(
          Diagnostic.error(Code.EXP972, option("value"), "there is no value " + Quoted.quote(name))
              .withHint(Suggestion.hint(name, KeyNames.all())));
    }
    List<ExplainResult.Value> values = new ArrayList<>();
    List<ExplainResult.End> ends = new ArrayList<>();
    for (Key<?> key : keys) {
      values.add(EffectiveValues.of(key, part.settings()));
      ends.addAll(new Reach(part, key).ends());
    }
    return Result.of(result(values, ends, null), List.of());
  }

  /**
   * One field of an object.
   *
   * @param object as people write it, for instance {@code Deployment/wordpress}
   * @param field a path in it
   */
  public Result<ExplainResult> field(String object, String field) {
    KnownObjects objects = new KnownObjects(part.files().own(), part.namespace());
    Result<Held> held = objects.named(object, option("object"));
    if (held.value().isEmpty()) {
      return Result.failed(held.diagnostics());
    }
    Held holder = held.value().get();
    FieldExplanation explanation = new FieldExplanation(part, objects);
    Optional<List<FieldSteps.Step>> steps = FieldSteps.of(field);
    if (steps.isEmpty()) {
      return Result.failed(
          Diagnostic.error(
                  Code.EXP974, option("field"), Quoted.quote(field) + " is no path of a field")
              .withHint(
                  "write keys with dots between them and items in brackets, for instance"
                      + " spec.containers[wordpress].image"));
    }
    Map<String, Object> tree = explanation.patched(holder);
    FieldSearch.Found found = FieldSearch.of(steps.get(), holder.ref().kind(), tree);
    if (!found.there()) {
      FieldSearch.Found before =
          FieldSearch.of(steps.get(), holder.ref().kind(), holder.object().tree());
      if (!before.there() && !FieldExplanation.isLeftOut(holder, before.path())) {
        return Result.failed(unknown(field, objects.name(holder.ref()), found, holder));
      }
      found = before;
    }
    ExplainResult.Field answer = explanation.of(holder, found.path());
    return Result.of(result(List.of(), List.of(), answer), List.of());
  }

  private SourceRange option(String name) {
    return SourceRange.ofFile(front.option(name));
  }

  private Diagnostic unknown(String field, String object, FieldSearch.Found found, Held holder) {
    List<String> known = new ArrayList<>(found.known());
    known.addAll(FieldExplanation.leftOut(holder));
    return Diagnostic.error(
            Code.EXP974, option("field"), object + " has no field " + Quoted.quote(field))
        .withHint(
            Suggestion.closest(field, known).isPresent()
                ? Suggestion.hint(field, known)
                : Suggestion.hint(field, found.known()));
  }

  private ExplainResult result(
      List<ExplainResult.Value> values,
      List<ExplainResult.End> ends,
      ExplainResult.@Nullable Field field) {
    return new ExplainResult(fleet, part.subject(), values, ends, field);
  }
}
