package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Format;
import io.tenantsmith.diagnostic.Style;
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
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.engine.command.Validate;
import io.tenantsmith.harness.GivenMachine;
import io.tenantsmith.harness.GoldenFile;
import io.tenantsmith.harness.ReportContract;
import io.tenantsmith.harness.SampleFleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What {@code --format json} holds of each command, over the sample fleet. {@code
 * -Dgolden.update=true} writes the files anew, to be read as a diff before they are committed;
 * never on a CI server.
 */
class CommandJsonTest {

  private static final String GOLDEN = "io/tenantsmith/engine/json/";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void everyCommandCarriesItsData(CommandName command) throws IOException {
    SampleFleet.copyTo(folder, 1);
    rollOut(command);
    if (command == CommandName.CHECK) {
      command(CommandName.GENERATE).run(Request.of(folder), session());
    }
    if (command == CommandName.INIT) {
      Files.delete(folder.resolve("fleet.yaml"));
    }
    Request all = Request.of(folder);
    Request request =
        command == CommandName.EXPLAIN
            ? new Request(all.directory(), all.folders(), new Request.Selection("acme-corp", null))
            : all;
    Report report = command(command).run(request, session());
    String json =
        ReportText.inFormat(report, Format.JSON, Style.PLAIN)
            .replace(folder.toString(), "FOLDER")
            .replace("\"tool\": \"" + Tool.version(), "\"tool\": \"VERSION")
            .replaceAll("\"commit\": \"[0-9a-f]{40}\"", "\"commit\": \"COMMIT\"");

    new GoldenFile(GOLDEN + command.label() + ".json").assertIs(json);
  }

  /** The sample has no roll-out that could be promoted. */
  private void rollOut(CommandName command) throws IOException {
    if (command == CommandName.PROMOTE) {
      Path tier = folder.resolve("tiers/pro.yaml");
      String next = "next: {id: more-memory, to: {}, set: {web: {pod_memory: 1536Mi}}}\n";
      Files.writeString(tier, Files.readString(tier) + next);
    }
  }

  private Session session() {
    return new Session(new GivenMachine(folder), Progress.NONE);
  }

  @ParameterizedTest
  @EnumSource
  void everyCommandKeepsToThePublishedSchema(CommandName command) throws IOException {
    assertThat(ReportContract.commands()).contains(command.label());
    ReportContract contract = new ReportContract();
    SampleFleet.copyTo(folder, 1);
    rollOut(command);
    assertThat(contract.problems(run(command))).as("of a sound fleet").isEmpty();
    Files.writeString(folder.resolve("tenants/two.yaml"), "tenant_id: Two\ncustom_domain: x\n");
    assertThat(contract.problems(run(command))).as("of a mistake").isEmpty();
    Files.delete(folder.resolve("tenants/two.yaml"));
    Files.createDirectories(folder.resolve("output"));
    Files.writeString(folder.resolve("output/index.json"), "{}");
    assertThat(contract.problems(run(command))).as("of a broken output").isEmpty();
  }

  private String run(CommandName command) {
    Report report = command(command).run(Request.of(folder), session());
    return ReportText.inFormat(report, Format.JSON, Style.PLAIN);
  }

  @Test
  void noCommandButThoseOfTheProgramHasAResult() {
    assertThat(ReportContract.commands())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(CommandName.values()).map(CommandName::label).toList());
  }

  @Test
  void everyMemberHasATitleAndADescription() {
    assertThat(ReportContract.members())
        .hasSizeGreaterThan(60)
        .allSatisfy(
            member -> {
              assertThat(member.path("title").asString("")).as(member.toString()).isNotEmpty();
              assertThat(member.path("description").asString(""))
                  .as(member.toString())
                  .endsWith(".");
            });
  }

  @Test
  void aMemberThatIsNotDescribedIsAMistake() {
    String report =
        "{\"version\": 1, \"tool\": \"x\", \"outcome\": \"done\", \"inputFiles\": 0, \"errors\": 0,"
            + " \"warnings\": 0, \"notes\": 0, \"diagnostics\": []";
    ReportContract contract = new ReportContract();
    assertThat(contract.problems(report + "}")).isEmpty();
    assertThat(contract.problems(report + ", \"other\": 1}")).isNotEmpty();
    assertThat(contract.problems(report + ", \"result\": {\"command\": \"dance\"}}")).isNotEmpty();
  }

  private static Command command(CommandName name) {
    return switch (name) {
      case INIT ->
          new Init(
              new InitOptions(
                  Map.of(
                      InitOption.DOMAIN, "sites.example.net",
                      InitOption.CONTACT_EMAIL, "it@example.com"),
                  false));
      case NEW -> new New(initech(), false);
      case PLAN -> new Plan(PlanOptions.NONE);
      case DOCTOR -> new Doctor(new DoctorOptions(PublishOptions.NONE, false, false, "3.9.11"));
      case OFFBOARD ->
          new Offboard(
              new StepOptions(
                  "acme-corp", null, StepOptions.Fields.NONE, new EditOptions(false, true)));
      case CERTIFICATE ->
          new Certificate(
              new CertificateOptions(
                  "acme-corp",
                  new PublishOptions(
                      "gitops.git", "environment/prod", PublishOptions.Permits.NONE)));
      case RESTORE ->
          new Restore(new StepOptions("acme-corp", null, StepOptions.Fields.NONE, EditOptions.ASK));
      case PROMOTE -> new Promote(new PromoteOptions("pro", null, new EditOptions(false, true)));
      case VALIDATE -> new Validate();
      case GENERATE -> new Generate(false);
      case CHECK -> new Check();
      case EXPLAIN -> new Explain(new ExplainOptions("resources.storage_size", null, null));
      case PUBLISH ->
          new Publish(
              new PublishOptions("gitops.git", "environment/prod", PublishOptions.Permits.NONE));
    };
  }

  private static NewTenant initech() {
    return NewTenant.EMPTY
        .with(TenantField.TENANT_ID, "initech")
        .with(TenantField.DISPLAY_NAME, "Initech")
        .with(TenantField.ADMIN_EMAIL, "it@initech.example.com")
        .with(TenantField.TIER, "free");
  }
}
