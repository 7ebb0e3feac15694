package io.tenantsmith.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.engine.CertificateOptions;
import io.tenantsmith.engine.CertificateResult;
import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.Progress;
import io.tenantsmith.engine.PublishOptions;
import io.tenantsmith.engine.PublishResult;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import io.tenantsmith.engine.StepPlan;
import io.tenantsmith.engine.StepText;
import io.tenantsmith.engine.command.Certificate;
import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Publish;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.harness.GivenMachine;
import io.tenantsmith.harness.IsolatedGit;
import io.tenantsmith.harness.ReportContract;
import io.tenantsmith.harness.SampleFleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The certificate of a tenant that was really published, state after state, and removed. */
class ErasureCertificateTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FILE = "target/tenantsmith/erasure/acme-corp.json";

  @TempDir private Path folder;
  private Path fleet;

  @BeforeEach
  void copy() throws IOException {
    fleet = SampleFleet.copyTo(folder.resolve("fleet"), 1);
    Path settings = fleet.resolve("fleet.yaml");
    String text = Files.readString(settings);
    Files.writeString(
        settings, text.replaceFirst("max_changed_percent: \\d+", "max_changed_percent: 100"));
  }

  @Test
  void publishWritesItWhenItPushesTheRemoval() throws IOException {
    Report report = erase();

    assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    PublishResult result = (PublishResult) report.result().orElseThrow();
    assertThat(result.pushed().orElseThrow().tenants().certificates()).containsExactly(FILE);
    JsonNode certificate = JSON.readTree(Files.readAllBytes(fleet.resolve(FILE)));
    assertThat(
            new ReportContract("certificate.schema.json")
                .problems(Files.readString(fleet.resolve(FILE))))
        .isEmpty();
    assertThat(words(certificate.path("states"), "state"))
        .containsExactly("suspended", "retained", "erasing", "erased", "removed");
    assertThat(words(certificate.path("states"), "commit"))
        .containsExactlyElementsOf(commits().subList(1, 6));
    assertThat(certificate.at("/states/1/until").asString()).isEqualTo("2027-03-31");
    assertThat(certificate.at("/states/2/confirm").asString()).isEqualTo("acme-corp");
  }

  /** As the example of the specification says it of the same tenant. */
  @Test
  void itNamesWhatWasErased() throws IOException {
    erase();
    JsonNode certificate = JSON.readTree(Files.readAllBytes(fleet.resolve(FILE)));
    JsonNode removed = certificate.path("removed");
    assertThat(words(removed.path("data"), "name"))
        .containsExactly(
            "tenant-acme-corp", "wordpress-content", "storage-mariadb-0", "storage-mariadb-1");
    assertThat(removed.at("/data/2/size").asString()).isEqualTo("100Gi");
    assertThat(removed.path("secrets").valueStream().map(JsonNode::asString))
        .containsExactly(
            "admin-apps/content-bot-acme-corp",
            "admin-apps/oidc-openwebui-acme-corp",
            "admin-apps/oidc-wordpress-acme-corp",
            "tenant-acme-corp/backup-encryption",
            "tenant-acme-corp/mariadb-root",
            "tenant-acme-corp/wordpress-admin",
            "tenant-acme-corp/wordpress-db",
            "tenant-acme-corp/wordpress-salts");
    int sum = removed.path("byKind").valueStream().mapToInt(JsonNode::asInt).sum();
    assertThat(removed.path("objects").asInt()).isEqualTo(sum).isPositive();
    assertThat(words(certificate.at("/identity/absent"), "identifier"))
        .contains("wordpress-acme-corp", "tenant-acme-corp-admins", "tenant-acme-corp");
    assertThat(certificate.at("/export/location").asString())
        .matches("s3://tenant-backups-eu-central-1/acme-corp/export/tenant-export-[0-9a-f]{8}/");
    assertThat(words(certificate.path("copies"), "readableUntil"))
        .hasSize(3)
        .allMatch(day -> day.matches("\\d{4}-\\d\\d-\\d\\d"));
  }

  @Test
  void whatContentAutomationCountedIsForgottenByACommand() throws IOException {
    PublishResult erased = (PublishResult) untilErased().result().orElseThrow();
    StepPlan plan = erased.pushed().orElseThrow().tenants().steps().get(0);
    assertThat(String.join(" ", StepText.lines(plan)).replaceAll("\\s+", " "))
        .contains("rows of the ledger of content automation");
    Files.delete(tenant());
    publish();
    JsonNode certificate = JSON.readTree(Files.readAllBytes(fleet.resolve(FILE)));
    assertThat(words(certificate.path("left"), "where"))
        .contains("claim admin-apps/content-ledger");
    String command = certificate.at("/checks/0/command").asString();
    assertThat(command).endsWith(" -- python -m tenantsmith_content.erase acme-corp");
    assertThat(SampleFleet.root().resolve("docs/content-automation.md"))
        .content()
        .contains(command + "\n");
    assertThat(SampleFleet.root().resolve("content/tenantsmith_content/erase.py"))
        .content()
        .contains("print(f\"erased {gone} workflows");
  }

  /** Nothing was counted, and no command is there to run. */
  @Test
  void withoutContentAutomationNoLedgerIsNamed() throws IOException {
    Path settings = fleet.resolve("fleet.yaml");
    String text = Files.readString(settings);
    Files.writeString(settings, text.replaceFirst("(?m)^content:\n( .*\n)+", ""));
    erase();
    String written = Files.readString(fleet.resolve(FILE));
    assertThat(written).doesNotContain("content-ledger", "tenantsmith_content");
  }

  /** Nothing of ours removes a copy from a vault, and that of a key opens what was backed up. */
  @Test
  void withAVaultItSaysWhatIsLeftThere() throws IOException {
    Path settings = fleet.resolve("fleet.yaml");
    String text = Files.readString(settings);
    Files.writeString(
        settings,
        text.replace(
            "provider: kubernetes\n",
            "provider: vault\n  server: https://vault.example.com\n  path: tenants\n"
                + "  auth_mount: kubernetes\n"));
    PublishResult erased = (PublishResult) untilErased().result().orElseThrow();
    StepPlan plan = erased.pushed().orElseThrow().tenants().steps().get(0);
    assertThat(String.join(" ", StepText.lines(plan)).replaceAll("\\s+", " "))
        .contains(
            "backups and export stay readable with the copies of these Secrets in Vault",
            "copies of its Secrets in Vault, below tenants/tenant-acme-corp/");
    Files.delete(tenant());
    publish();
    String written = Files.readString(fleet.resolve(FILE));
    JsonNode certificate = JSON.readTree(written);
    assertThat(new ReportContract("certificate.schema.json").problems(written)).isEmpty();
    assertThat(words(certificate.path("left"), "where"))
        .contains("Vault https://vault.example.com, tenants");
    JsonNode database = certificate.at("/copies/0");
    assertThat(database.path("what").asString()).startsWith("nightly database backups");
    assertThat(database.has("readableUntil")).as("its key is in the vault, too").isFalse();
    assertThat(database.path("because").asString()).endsWith("its copy in Vault is left there");
  }

  /** All of it comes from the branch, so it is the same, on whatever machine it is made. */
  @Test
  void itCanBeMadeAgain() throws IOException {
    erase();
    byte[] first = Files.readAllBytes(fleet.resolve(FILE));
    Files.delete(fleet.resolve(FILE));
    publish();

    Report report = run(new Certificate(new CertificateOptions("acme-corp", PublishOptions.NONE)));
    assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    assertThat(((CertificateResult) report.result().orElseThrow()).file()).isEqualTo(FILE);
    assertThat(Files.readAllBytes(fleet.resolve(FILE))).isEqualTo(first);

    Files.delete(fleet.resolve(FILE));
    String url = fleet.resolve("target/gitops.git").toUri().toString();
    PublishOptions far = new PublishOptions(url, null, PublishOptions.Permits.NONE);
    assertThat(run(new Certificate(new CertificateOptions("acme-corp", far))).outcome())
        .isEqualTo(Outcome.DONE);
    assertThat(Files.readAllBytes(fleet.resolve(FILE))).isEqualTo(first);
  }

  /** A restore does not count: the story begins on the day when it was last active. */
  @Test
  void itBeginsWhereTheTenantWasLastActive() throws IOException {
    publish();
    state("suspended");
    state("active");
    state("suspended");
    state("retained", "until: \"2027-03-31\"");
    state("suspended");
    state("retained", "until: \"2027-06-30\"");
    state("erasing", "confirm: acme-corp");
    state("erased");
    Files.delete(tenant());
    publish();
    JsonNode certificate = JSON.readTree(Files.readAllBytes(fleet.resolve(FILE)));
    assertThat(words(certificate.path("states"), "state"))
        .containsExactly(
            "suspended", "retained", "suspended", "retained", "erasing", "erased", "removed");
    assertThat(words(certificate.path("states"), "commit"))
        .containsExactlyElementsOf(commits().subList(3, 10));
    assertThat(words(certificate.path("states"), "until"))
        .containsExactly("2027-03-31", "2027-06-30");
  }

  @Test
  void itIsNotMadeOfWhoIsPublishedOrNeverWas() throws IOException {
    assertThat(codes("acme-corp")).containsExactly(Code.PUB702);
    publish();
    assertThat(codes("acme-corp")).containsExactly(Code.CRT941);
    assertThat(codes("hooli")).containsExactly(Code.CRT942);
    assertThat(codes(null)).containsExactly(Code.CRT945);
    assertThat(codes("../x")).containsExactly(Code.CRT945);
    state("suspended");
    assertThat(codes("acme-corp")).containsExactly(Code.CRT941);
    assertThat(fleet.resolve("target/tenantsmith")).doesNotExist();
  }

  /** Somebody may take a line and a folder out of the branch by hand. */
  @Test
  void itIsNotMadeOfWhoWasNotErased() throws IOException {
    publish();
    Path clone = folder.resolve("clone");
    new IsolatedGit(folder)
        .run(
            "clone",
            "-q",
            "-b",
            "environment/prod",
            fleet.resolve("target/gitops.git").toString(),
            clone.toString());
    IsolatedGit git = new IsolatedGit(clone);
    Path index = clone.resolve("index.json");
    String text = Files.readString(index);
    Files.writeString(index, text.replaceFirst("(?m)^.*\"id\": \"acme-corp\".*\n", ""));
    git.run("add", "--all");
    git.run("commit", "-q", "-m", "by hand");
    git.run("push", "-q");
    assertThat(codes("acme-corp")).containsExactly(Code.CRT943);
  }

  @Test
  void aShallowCloneIsNotBelieved() throws IOException {
    erase();
    Path clone = folder.resolve("shallow.git");
    String url = fleet.resolve("target/gitops.git").toUri().toString();
    new IsolatedGit(folder)
        .run(
            "clone",
            "-q",
            "--bare",
            "--depth",
            "3",
            "-b",
            "environment/prod",
            url,
            clone.toString());
    PublishOptions there = new PublishOptions(clone.toString(), null, PublishOptions.Permits.NONE);
    Report report = run(new Certificate(new CertificateOptions("acme-corp", there)));
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(codesOf(report)).containsExactly(Code.CRT944);
  }

  /** The commit is pushed all the same. */
  @Test
  void aDiskThatRefusesItDoesNotUndoThePublish() throws IOException {
    Files.createDirectories(fleet.resolve("target"));
    Files.writeString(fleet.resolve("target/tenantsmith"), "somebody's");
    Report report = erase();
    assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    assertThat(codesOf(report)).containsExactly(Code.CRT946);
    assertThat(report.diagnostics()).noneMatch(Diagnostic::isError);
    assertThat(codes("acme-corp")).containsExactly(Code.CRT946);
    assertThat(fleet.resolve("target/tenantsmith")).hasContent("somebody's");
  }

  private static List<Code> codesOf(Report report) {
    return report.diagnostics().stream().map(Diagnostic::code).toList();
  }

  private static List<String> words(JsonNode list, String member) {
    return list.findValues(member).stream().map(JsonNode::asString).toList();
  }

  private Report erase() throws IOException {
    untilErased();
    Files.delete(tenant());
    return publish();
  }

  /** Publishes all states; gives the publish of the last one. */
  private Report untilErased() throws IOException {
    publish();
    state("suspended");
    state("retained", "until: \"2027-03-31\"");
    state("erasing", "confirm: acme-corp");
    return state("erased");
  }

  private Report state(String state, String... more) throws IOException {
    String text = Files.readString(tenant()).replaceAll("(?m)^(state|until|confirm): .*\n", "");
    Files.writeString(tenant(), text + "state: " + state + "\n" + String.join("\n", more) + "\n");
    Report report = publish();
    assertThat(report.outcome()).as(state + report.diagnostics()).isEqualTo(Outcome.DONE);
    return report;
  }

  private Path tenant() {
    return fleet.resolve("tenants/acme-corp.yaml");
  }

  private List<Code> codes(String tenant) {
    Report report = run(new Certificate(new CertificateOptions(tenant, PublishOptions.NONE)));
    assertThat(report.outcome()).isNotEqualTo(Outcome.DONE);
    return codesOf(report);
  }

  private Report publish() {
    return run(new Publish(PublishOptions.NONE));
  }

  private Report run(Command command) {
    return command.run(Request.of(fleet), new Session(new GivenMachine(folder), Progress.NONE));
  }

  private List<String> commits() throws IOException {
    IsolatedGit git = new IsolatedGit(fleet.resolve("target/gitops.git"));
    return git.run("rev-list", "--reverse", "environment/prod").lines().toList();
  }
}
