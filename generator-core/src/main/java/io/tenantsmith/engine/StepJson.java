package io.tenantsmith.engine;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.StepPlan.Check;
import io.tenantsmith.engine.StepPlan.Item;
import io.tenantsmith.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints the plan of a step for programs; schema/report.schema.json describes it. */
final class StepJson {

  private StepJson() {}

  static List<Map<String, @Nullable Object>> all(List<StepPlan> plans) {
    return plans.stream().map(StepJson::of).toList();
  }

  static Map<String, @Nullable Object> of(StepPlan plan) {
    StepPlan.Way way = plan.way();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("tenant", way.tenant().id());
    json.put("cluster", way.tenant().cluster());
    json.put("namespace", way.tenant().namespace());
    json.put("from", way.from());
    json.put("to", way.to());
    json.put("because", because(way.because()));
    json.put("objects", counts(plan.objects()));
    json.put("effects", plan.effects().stream().map(StepJson::effect).toList());
    json.put("dataLoss", plan.leaving().data().stream().map(StepJson::item).toList());
    json.put("deletes", plan.leaving().objects().stream().map(StepJson::item).toList());
    json.put("forgets", plan.leaving().forgotten().stream().map(StepJson::item).toList());
    json.put("lastStep", plan.checks().synced().stream().map(StepJson::check).toList());
    json.put("beforeMerging", plan.checks().beforeMerging().stream().map(StepJson::check).toList());
    return json;
  }

  private static Object because(SourceRange range) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("file", range.file());
    json.put("line", range.isWholeFile() ? null : range.line());
    return new JsonWriter.OneLine(json);
  }

  private static Object counts(StepPlan.ObjectCounts counts) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("new", counts.created());
    json.put("changed", counts.changed());
    json.put("removed", counts.removed());
    json.put("unchanged", counts.unchanged());
    return new JsonWriter.OneLine(json);
  }

  private static Object effect(StepPlan.Effect effect) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("topic", effect.topic().label());
    json.put("text", effect.text());
    json.put("items", effect.items());
    return new JsonWriter.OneLine(json);
  }

  private static Object item(Item item) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", item.kind());
    json.put("namespace", item.namespace());
    json.put("name", item.name());
    if (item.size() != null) {
      json.put("size", item.size());
    }
    if (item.storageClass() != null) {
      json.put("storageClass", item.storageClass());
    }
    return new JsonWriter.OneLine(json);
  }

  private static Object check(Check check) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("what", check.what());
    json.put("command", check.command());
    json.put("expect", check.expect());
    return new JsonWriter.OneLine(json);
  }
}
