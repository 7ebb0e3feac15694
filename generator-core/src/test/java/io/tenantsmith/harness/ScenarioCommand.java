package io.tenantsmith.harness;

import io.tenantsmith.engine.CertificateOptions;
import io.tenantsmith.engine.CommandName;
import io.tenantsmith.engine.DoctorOptions;
import io.tenantsmith.engine.EditOptions;
import io.tenantsmith.engine.ExplainOptions;
import io.tenantsmith.engine.InitOption;
import io.tenantsmith.engine.InitOptions;
import io.tenantsmith.engine.NewTenant;
import io.tenantsmith.engine.PlanOptions;
import io.tenantsmith.engine.PromoteOptions;
import io.tenantsmith.engine.PublishOptions;
import io.tenantsmith.engine.StepOptions;
import io.tenantsmith.engine.TenantField;
import io.tenantsmith.engine.command.Certificate;
import io.tenantsmith.engine.command.Check;
import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Doctor;
import io.tenantsmith.engine.command.Explain;
import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Init;
import io.tenantsmith.engine.command.New;
import io.tenantsmith.engine.command.Offboard;
import io.tenantsmith.engine.command.Plan;
import io.tenantsmith.engine.command.Promote;
import io.tenantsmith.engine.command.Publish;
import io.tenantsmith.engine.command.Restore;
import io.tenantsmith.engine.command.Validate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A command of a case file as the launcher would understand it. */
final class ScenarioCommand {

  private ScenarioCommand() {}

  static Command of(List<String> words) {
    return switch (CommandName.valueOf(words.get(0).toUpperCase(Locale.ROOT))) {
      case DOCTOR ->
          new Doctor(
              new DoctorOptions(
                  PublishOptions.NONE,
                  words.contains("--offline"),
                  words.contains("--write-schemas"),
                  option(words, "--maven")));
      case INIT -> new Init(initOptions(words));
      case NEW -> new New(tenant(words), words.contains("--dry-run"));
      case OFFBOARD -> new Offboard(step(words));
      case RESTORE -> new Restore(step(words));
      case CERTIFICATE ->
          new Certificate(
              new CertificateOptions(
                  named(words),
                  new PublishOptions(
                      option(words, "--repository"), null, PublishOptions.Permits.NONE)));
      case PROMOTE ->
          new Promote(
              new PromoteOptions(option(words, "--tier"), option(words, "--to"), edit(words)));
      case PLAN -> new Plan(plan(words));
      case VALIDATE -> new Validate();
      case EXPLAIN ->
          new Explain(
              new ExplainOptions(
                  option(words, "--value"), option(words, "--object"), option(words, "--field")));
      case GENERATE -> new Generate(words.contains("--take-generated"));
      case CHECK -> new Check();
      case PUBLISH ->
          new Publish(
              new PublishOptions(option(words, "--repository"), null, PublishOptions.Permits.NONE));
    };
  }

  private static PlanOptions plan(List<String> words) {
    String form = option(words, "--form");
    String file = option(words, "--write");
    return new PlanOptions(
        new PlanOptions.Against(option(words, "--base"), option(words, "--repository"), null),
        new PlanOptions.View(
            form == null ? "text" : form,
            PlanOptions.Depth.of(words.contains("--detail"), words.contains("--full"))),
        file == null ? List.of() : List.of(file),
        words.contains("--detailed-exitcode"));
  }

  private static StepOptions step(List<String> words) {
    return new StepOptions(
        Optional.ofNullable(option(words, "--tenant")).orElse(named(words)),
        option(words, "--to"),
        new StepOptions.Fields(
            option(words, "--until"), option(words, "--confirm"), option(words, "--reason")),
        edit(words));
  }

  /** The tenant that stands behind the command without an option. */
  private static @Nullable String named(List<String> words) {
    return words.size() > 1 && !words.get(1).startsWith("--") ? words.get(1) : null;
  }

  private static EditOptions edit(List<String> words) {
    return new EditOptions(words.contains("--dry-run"), words.contains("--yes"));
  }

  private static InitOptions initOptions(List<String> words) {
    Map<InitOption, String> given = new EnumMap<>(InitOption.class);
    for (InitOption each : InitOption.values()) {
      String value = option(words, "--" + each.label());
      if (value != null) {
        given.put(each, value);
      }
    }
    return new InitOptions(given, words.contains("--dry-run"));
  }

  private static NewTenant tenant(List<String> words) {
    NewTenant tenant = NewTenant.EMPTY;
    for (TenantField field : TenantField.values()) {
      List<String> texts =
          IntStream.range(1, words.size())
              .filter(i -> words.get(i - 1).equals("--" + field.option()))
              .mapToObj(words::get)
              .toList();
      tenant = tenant.with(field, texts);
    }
    return tenant;
  }

  static String option(List<String> words, String name) {
    int at = words.indexOf(name);
    return at < 0 ? null : words.get(at + 1);
  }
}
