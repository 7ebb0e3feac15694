package io.tenantsmith.plan.form;

import io.tenantsmith.json.JsonWriter.OneLine;
import io.tenantsmith.plan.Amounts;
import io.tenantsmith.plan.Baseline;
import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.ChangedTenant;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import io.tenantsmith.plan.FleetPlan;
import io.tenantsmith.plan.NoEffect;
import io.tenantsmith.plan.ObjectName;
import io.tenantsmith.plan.PlanLimits;
import java.util.LinkedHashMap;
import java.util.Map;

/** A plan for programs, complete; {@code schema/plan.schema.json} describes it. */
public final class PlanJson {

  /** Version of its form. */
  public static final int SCHEMA = 1;

  private PlanJson() {}

  /** What {@link io.tenantsmith.json.JsonWriter} writes. */
  public static Map<String, Object> of(FleetPlan plan) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", SCHEMA);
    json.put("commit", plan.commit());
    json.put("base", base(plan.base()));
    json.put("leftOut", plan.leftOut());
    json.put("summary", summary(plan));
    json.put("before", amounts(AmountPhrase.before(plan)));
    json.put("after", amounts(AmountPhrase.after(plan)));
    json.put("groups", plan.groups().stream().map(PlanJson::group).toList());
    json.put("noEffect", plan.noEffect().stream().map(PlanJson::noEffect).toList());
    json.put("guards", plan.limits().guards().stream().map(PlanJson::guard).toList());
    json.put("capacity", plan.limits().clusters().stream().map(PlanJson::room).toList());
    return json;
  }

  /** One group, as it stands in the list of groups. */
  public static Map<String, Object> group(ChangeGroup group) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("fate", group.scope().fate().label());
    json.put("shared", group.scope().shared());
    json.put("cluster", group.scope().cluster());
    json.put("count", group.tenants().size());
    json.put("tenants", group.tenants().stream().map(PlanJson::tenant).toList());
    json.put("causes", group.causes().stream().map(CauseJson::of).toList());
    json.put("dangers", group.dangers().stream().map(PlanJson::danger).toList());
    json.put("objects", group.objects().stream().map(ChangeJson::object).toList());
    json.put("files", group.files().stream().map(ChangeJson::file).toList());
    json.put("before", amounts(group.before()));
    json.put("after", amounts(group.after()));
    return json;
  }

  /** The members of an object's identity. */
  static Map<String, Object> name(ObjectName name) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("apiVersion", name.apiVersion());
    json.put("kind", name.kind());
    json.put("namespace", name.namespace());
    json.put("name", name.name());
    return json;
  }

  private static Object base(Baseline base) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", ChangeJson.word(base.kind()));
    json.put("name", base.name());
    json.put("commit", base.commit());
    json.put("input", base.input());
    json.put("why", base.why());
    base.unknownInputs().ifPresent(why -> json.put("unknown", why));
    return json;
  }

  private static Object summary(FleetPlan plan) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("add", plan.counts().added());
    json.put("change", plan.counts().changed());
    json.put("remove", plan.counts().removed());
    json.put("unchanged", plan.counts().unchanged());
    Map<String, Object> dangers = new LinkedHashMap<>();
    for (DangerKind kind : DangerKind.values()) {
      int groups =
          (int) plan.groups().stream().filter(g -> GroupPhrase.kinds(g).contains(kind)).count();
      if (groups > 0) {
        dangers.put(ChangeJson.word(kind), tenants(plan, kind));
      }
    }
    json.put("dangers", dangers);
    return json;
  }

  /** Of how many tenants; a danger in shared files is one of none. */
  private static int tenants(FleetPlan plan, DangerKind kind) {
    return plan.groups().stream()
        .filter(group -> GroupPhrase.kinds(group).contains(kind))
        .mapToInt(group -> group.tenants().size())
        .sum();
  }

  private static Object tenant(ChangedTenant tenant) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", tenant.id());
    json.put("tier", tenant.tier());
    json.put("cluster", tenant.cluster());
    json.put("names", tenant.names());
    return new OneLine(json);
  }

  private static Object danger(Danger danger) {
    return new OneLine(members(danger));
  }

  /** The members of a danger. */
  static Map<String, Object> members(Danger danger) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", ChangeJson.word(danger.kind()));
    json.put("code", danger.kind().code().toString());
    json.put("object", name(danger.object()));
    json.put("path", danger.path());
    json.put("text", danger.text());
    return json;
  }

  private static Object amounts(Amounts amounts) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("objects", amounts.objects());
    json.put("cpuMillis", amounts.cpuMillis());
    json.put("memoryBytes", amounts.memoryBytes());
    json.put("storageBytes", amounts.storageBytes());
    json.put("monthly", amounts.monthly());
    return new OneLine(json);
  }

  private static Object noEffect(NoEffect none) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cause", CauseJson.of(none.cause()));
    json.put("tenants", none.tenants());
    return json;
  }

  static Object guard(PlanLimits.Guard guard) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("what", guard.what());
    json.put("used", guard.used());
    json.put("allowed", guard.allowed());
    json.put("lift", guard.lift());
    return new OneLine(json);
  }

  private static Object room(PlanLimits.Room room) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cluster", room.cluster());
    json.put("what", room.what());
    json.put("used", room.used());
    json.put("capacity", room.capacity());
    return new OneLine(json);
  }
}
