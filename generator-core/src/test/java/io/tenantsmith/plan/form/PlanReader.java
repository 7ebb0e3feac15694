package io.tenantsmith.plan.form;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.plan.Amounts;
import io.tenantsmith.plan.Baseline;
import io.tenantsmith.plan.Cause;
import io.tenantsmith.plan.ChangeGroup;
import io.tenantsmith.plan.ChangedTenant;
import io.tenantsmith.plan.Danger;
import io.tenantsmith.plan.DangerKind;
import io.tenantsmith.plan.Fate;
import io.tenantsmith.plan.FileChange;
import io.tenantsmith.plan.FleetPlan;
import io.tenantsmith.plan.NoEffect;
import io.tenantsmith.plan.ObjectChange;
import io.tenantsmith.plan.ObjectName;
import io.tenantsmith.plan.PlanLimits;
import io.tenantsmith.plan.Stated;
import io.tenantsmith.plan.TextChange;
import io.tenantsmith.plan.ValueChange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a plan from its JSON, as another program would; what is missing is empty. */
public final class PlanReader {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private PlanReader() {}

  /** The plan of a text. */
  public static FleetPlan read(String text) {
    JsonNode json = JSON.readTree(text);
    JsonNode summary = json.path("summary");
    return new FleetPlan(
        word(json, "commit"),
        base(json.path("base")),
        new FleetPlan.Counts(
            summary.path("add").asInt(0),
            summary.path("change").asInt(0),
            summary.path("remove").asInt(0),
            summary.path("unchanged").asInt(0)),
        all(json.path("groups"), PlanReader::group),
        all(
            json.path("noEffect"),
            none -> new NoEffect(cause(none.path("cause")), none.path("tenants").asInt(0))),
        new PlanLimits(
            all(
                json.path("guards"),
                guard ->
                    new PlanLimits.Guard(
                        word(guard, "what"),
                        word(guard, "used"),
                        word(guard, "allowed"),
                        word(guard, "lift"))),
            all(
                json.path("capacity"),
                room ->
                    new PlanLimits.Room(
                        word(room, "cluster"),
                        word(room, "what"),
                        word(room, "used"),
                        word(room, "capacity")))),
        word(json, "leftOut"));
  }

  private static Baseline base(JsonNode base) {
    JsonNode unknown = base.path("unknown");
    return new Baseline(
        constant(Baseline.Kind.class, base.path("kind")),
        word(base, "name"),
        word(base, "commit"),
        word(base, "input"),
        word(base, "why"),
        unknown.isString() ? unknown.asString() : null);
  }

  private static ChangeGroup group(JsonNode group) {
    return new ChangeGroup(
        new ChangeGroup.Scope(
            constant(Fate.class, group.path("fate")),
            word(group, "cluster"),
            group.path("shared").asBoolean(false)),
        all(group.path("tenants"), PlanReader::tenant),
        all(group.path("objects"), PlanReader::object),
        all(group.path("files"), PlanReader::file),
        all(group.path("causes"), PlanReader::cause),
        all(group.path("dangers"), PlanReader::danger),
        amounts(group.path("before")),
        amounts(group.path("after")));
  }

  private static ChangedTenant tenant(JsonNode tenant) {
    TreeMap<String, String> names = new TreeMap<>();
    tenant.path("names").properties().forEach(n -> names.put(n.getKey(), n.getValue().asString()));
    return new ChangedTenant(
        word(tenant, "id"), word(tenant, "tier"), word(tenant, "cluster"), names);
  }

  private static ObjectChange object(JsonNode object) {
    return new ObjectChange(
        name(object),
        constant(Fate.class, object.path("fate")),
        word(object, "file"),
        all(object.path("changes"), PlanReader::change));
  }

  private static ObjectName name(JsonNode object) {
    return new ObjectName(
        word(object, "apiVersion"),
        word(object, "kind"),
        word(object, "namespace"),
        word(object, "name"));
  }

  private static ValueChange change(JsonNode change) {
    JsonNode form = change.path("form");
    return new ValueChange(
        all(change.path("path"), JsonNode::asString),
        value(change.path("before")),
        value(change.path("after")),
        constant(ValueChange.Form.class, form),
        change.has("text") ? text(change.path("text")) : null,
        all(change.path("causes"), JsonNode::asInt));
  }

  private static TextChange text(JsonNode text) {
    return new TextChange(
        constant(TextChange.Language.class, text.path("language")),
        all(text.path("values"), PlanReader::change),
        all(text.path("lines"), JsonNode::asString));
  }

  private static FileChange file(JsonNode file) {
    return new FileChange(
        word(file, "file"),
        constant(Fate.class, file.path("fate")),
        file.path("derived").asBoolean(false),
        text(file.path("text")));
  }

  private static Cause cause(JsonNode cause) {
    return new Cause(
        constant(Cause.Kind.class, cause.path("kind")),
        word(cause, "key"),
        stated(cause.path("before")),
        stated(cause.path("after")),
        word(cause, "text"));
  }

  private static @Nullable Stated stated(JsonNode stated) {
    if (!stated.isObject()) {
      return null;
    }
    String file = word(stated, "file");
    int line = stated.path("line").asInt(0);
    return new Stated(
        word(stated, "value"),
        word(stated, "layer"),
        line == 0
            ? SourceRange.ofFile(file)
            : SourceRange.at(file, line, stated.path("column").asInt(1)));
  }

  private static Danger danger(JsonNode danger) {
    return new Danger(
        constant(DangerKind.class, danger.path("kind")),
        name(danger.path("object")),
        all(danger.path("path"), JsonNode::asString),
        word(danger, "text"));
  }

  private static Amounts amounts(JsonNode amounts) {
    TreeMap<String, BigDecimal> monthly = new TreeMap<>();
    amounts
        .path("monthly")
        .properties()
        .forEach(price -> monthly.put(price.getKey(), price.getValue().asDecimal()));
    return new Amounts(
        amounts.path("objects").asInt(0),
        amounts.path("cpuMillis").asLong(0),
        amounts.path("memoryBytes").asLong(0),
        amounts.path("storageBytes").asLong(0),
        monthly);
  }

  private static @Nullable Object value(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (value.isObject()) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      value.properties().forEach(child -> map.put(child.getKey(), value(child.getValue())));
      return map;
    }
    if (value.isArray()) {
      List<@Nullable Object> list = new ArrayList<>();
      value.valueStream().forEach(child -> list.add(value(child)));
      return list;
    }
    if (value.isBoolean()) {
      return value.asBoolean();
    }
    return value.isNumber() ? value.numberValue() : value.asString();
  }

  private static <T> List<T> all(JsonNode list, Function<JsonNode, T> read) {
    return list.valueStream().map(read).toList();
  }

  private static String word(JsonNode of, String member) {
    return of.path(member).asString("");
  }

  /** {@code dataLoss} is {@code DATA_LOSS}. */
  private static <E extends Enum<E>> E constant(Class<E> type, JsonNode word) {
    String name = word.asString().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    return Enum.valueOf(type, name);
  }
}
