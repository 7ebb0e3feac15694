package io.tenantsmith.engine;

import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.plan.form.PlanBrief;
import io.tenantsmith.plan.form.PlanJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prints a result as the member {@code result} of the format json; docs/diagnostics describes it.
 */
final class ResultJson implements CommandResult.Printer<Map<String, @Nullable Object>> {

  @Override
  public Map<String, @Nullable Object> began(InitResult result) {
    Map<String, @Nullable Object> json = named(result);
    json.put("dryRun", result.dryRun());
    json.put("files", result.files().stream().map(ResultJson::newFile).toList());
    json.put("next", result.next());
    return json;
  }

  @Override
  public Map<String, @Nullable Object> drafted(NewResult result) {
    Map<String, @Nullable Object> json = begin(result);
    json.put("file", result.file());
    json.put("written", result.written());
    json.put("content", result.text());
    json.put("next", result.next());
    return json;
  }

  @Override
  public Map<String, @Nullable Object> validated(ValidateResult result) {
    return begin(result);
  }

  @Override
  public Map<String, @Nullable Object> planned(PlanResult result) {
    Map<String, @Nullable Object> json = begin(result);
    json.put("plan", PlanJson.of(result.plan()));
    json.put("steps", StepJson.all(result.steps()));
    json.put("written", new JsonWriter.OneLine(result.files()));
    return json;
  }

  @Override
  public Map<String, @Nullable Object> generated(GenerateResult result) {
    Map<String, @Nullable Object> json = begin(result);
    result.writing().ifPresent(writing -> put(writing, json));
    return json;
  }

  @Override
  public Map<String, @Nullable Object> checked(CheckResult result) {
    Map<String, @Nullable Object> json = begin(result);
    json.put("output", result.output());
    json.put("current", result.current());
    json.put("rendered", rendered(result.rendering()));
    json.put("files", files(result.files()));
    putTenants(result.differences().tenants(), result.differences().removed(), json);
    putPlan(result.differences().planned(), json);
    json.put("steps", StepJson.all(result.differences().steps()));
    return json;
  }

  @Override
  public Map<String, @Nullable Object> explained(ExplainResult result) {
    Map<String, @Nullable Object> json = begin(result);
    ExplainJson.put(result, json);
    return json;
  }

  @Override
  public Map<String, @Nullable Object> published(PublishResult result) {
    Map<String, @Nullable Object> json = begin(result);
    result
        .pushed()
        .ifPresent(
            push -> {
              PublishResult.TenantChanges tenants = push.tenants();
              Map<String, Object> counts = new LinkedHashMap<>();
              counts.put("new", tenants.added().size());
              counts.put("changed", tenants.changed().size());
              counts.put("removed", tenants.removed().size());
              json.put("ending", push.ending().label());
              json.put("repository", push.to().repository());
              json.put("branch", push.to().branch());
              json.put("commit", push.commits().commit());
              json.put("input", push.commits().input().commit());
              json.put("dirtyInputs", new JsonWriter.OneLine(push.commits().input().dirtyFiles()));
              json.put("publishedInput", push.commits().publishedInput());
              json.put("tenants", new JsonWriter.OneLine(counts));
              json.put("newTenants", new JsonWriter.OneLine(tenants.added()));
              json.put("changedTenants", new JsonWriter.OneLine(tenants.changed()));
              json.put("removedTenants", new JsonWriter.OneLine(tenants.removed()));
              putPlan(tenants.planned(), json);
              json.put("steps", StepJson.all(tenants.steps()));
              json.put("certificates", new JsonWriter.OneLine(tenants.certificates()));
              json.put("files", files(push.files()));
              json.put("guards", new JsonWriter.OneLine(push.guards()));
            });
    return json;
  }

  @Override
  public Map<String, @Nullable Object> edited(EditResult result) {
    Map<String, @Nullable Object> json = begin(result);
    json.put("file", result.edit().file());
    json.put("ending", result.edit().ending().label());
    json.put("lines", result.edit().lines().stream().map(ResultJson::line).toList());
    json.put("sentences", result.effects().sentences());
    json.put("changedTenants", new JsonWriter.OneLine(result.effects().changed()));
    json.put("steps", StepJson.all(result.effects().steps()));
    json.put("next", result.next());
    return json;
  }

  private static Object line(EditResult.Line line) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("change", line.kind().label());
    json.put("line", line.number());
    json.put("text", line.text());
    return new JsonWriter.OneLine(json);
  }

  @Override
  public Map<String, @Nullable Object> certified(CertificateResult result) {
    Map<String, @Nullable Object> json = named(result);
    json.put("tenant", result.tenant());
    json.put("file", result.file());
    json.put("certificate", result.certificate());
    return json;
  }

  @Override
  public Map<String, @Nullable Object> examined(DoctorResult result) {
    Map<String, @Nullable Object> json = named(result);
    json.put("rows", result.rows().stream().map(ResultJson::row).toList());
    return json;
  }

  private static Object row(DoctorResult.Row row) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("area", row.area().label());
    json.put("subject", row.subject());
    json.put("status", row.status().label());
    json.put("fact", row.fact());
    json.put("code", row.diagnostic().map(Enum::name).orElse(null));
    return new JsonWriter.OneLine(json);
  }

  private static void put(GenerateResult.Writing writing, Map<String, @Nullable Object> json) {
    json.put("output", writing.output());
    json.put("rendered", rendered(writing.rendering()));
    json.put("files", files(writing.files()));
    putTenants(writing.tenants(), writing.removed(), json);
    putPlan(writing.planned(), json);
    json.put("steps", StepJson.all(writing.steps()));
    json.put("next", writing.next().stream().map(ResultJson::next).toList());
  }

  private static void putPlan(Optional<PlanNote> note, Map<String, @Nullable Object> json) {
    note.ifPresent(known -> json.put("plan", PlanBrief.json(known.plan(), known.failure())));
  }

  private static void putTenants(
      List<GenerateResult.TenantFiles> tenants,
      List<String> removed,
      Map<String, @Nullable Object> json) {
    json.put("tenants", tenants.stream().map(ResultJson::tenant).toList());
    json.put("removedTenants", new JsonWriter.OneLine(removed));
  }

  private static Map<String, @Nullable Object> begin(FleetResult result) {
    Map<String, Object> fleet = new LinkedHashMap<>();
    fleet.put("tenants", result.fleet().tenants());
    fleet.put("tiers", result.fleet().tiers());
    fleet.put("clusters", result.fleet().clusters());
    Map<String, @Nullable Object> json = named(result);
    json.put("fleet", new JsonWriter.OneLine(fleet));
    return json;
  }

  private static Map<String, @Nullable Object> named(CommandResult result) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("command", result.command().label());
    return json;
  }

  private static Object rendered(CommandResult.Rendering rendering) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("objects", rendering.objects());
    json.put("files", rendering.files());
    return new JsonWriter.OneLine(json);
  }

  private static Object files(CommandResult.FileChanges files) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("new", files.created());
    json.put("changed", files.changed());
    json.put("removed", files.removed());
    json.put("unchanged", files.unchanged());
    return new JsonWriter.OneLine(json);
  }

  private static Object newFile(CommandResult.NewFile file) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("path", file.path());
    json.put("change", file.change());
    return new JsonWriter.OneLine(json);
  }

  private static Object tenant(GenerateResult.TenantFiles tenant) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", tenant.id());
    json.put("cluster", tenant.cluster());
    json.put("files", tenant.files());
    json.put("objects", tenant.objects());
    json.put("change", tenant.change());
    return new JsonWriter.OneLine(json);
  }

  private static Object next(GenerateResult.NextStep step) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cluster", step.cluster());
    json.put("folder", step.folder());
    json.put("starters", step.starters());
    return new JsonWriter.OneLine(json);
  }
}
