package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Init;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.engine.command.Validate;
import io.tenantsmith.harness.SameFiles;
import io.tenantsmith.harness.SampleFleet;
import io.tenantsmith.surroundings.Surroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code init} writes. {@code -Dgolden.update=true} writes the golden files anew, to be read
 * as a diff before they are committed; never on a CI server.
 */
class InitTest {

  private static final Path GOLDEN = Path.of("src/test/resources/io/tenantsmith/engine/init");
  private static final Set<String> FOR_PROGRAMS =
      Set.of("report.schema.json", "certificate.schema.json", "plan.schema.json");
  private static final Map<InitOption, String> LEAST =
      Map.of(
          InitOption.FLEET_NAME, "acme",
          InitOption.DOMAIN, "sites.example.net",
          InitOption.CONTACT_EMAIL, "it@example.com");

  @TempDir private Path root;

  /** A path, https, ssh and its short form: what differs is which secrets a pipeline needs. */
  @ParameterizedTest
  @ValueSource(strings = {"path", "https", "ssh", "short"})
  void theFilesAreTheGoldenOnes(String kind) throws IOException {
    SortedMap<String, String> written = written(kind);

    Path golden = GOLDEN.resolve(kind);
    if (Boolean.getBoolean("golden.update")) {
      assertThat(System.getenv("CI")).as("goldens are not updated on a CI server").isNull();
      for (Map.Entry<String, String> file : written.entrySet()) {
        // Under its own name it would act on this project.
        Path path = golden.resolve(file.getKey().replaceAll("(^|/)\\.", "$1dot-"));
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
    }
    SameFiles.assertSame(written, files(golden));
  }

  @Test
  void tiersAndSchemasAreThoseOfTheProject() throws IOException {
    init(root, LEAST);
    for (String folder : List.of("tiers", "schema")) {
      try (Stream<Path> files = Files.list(SampleFleet.root().resolve(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          // These are for programs that read what we write, not for files of a fleet.
          if (FOR_PROGRAMS.contains(file.getFileName().toString())) {
            continue;
          }
          assertThat(root.resolve(folder).resolve(file.getFileName().toString()))
              .hasSameBinaryContentAs(file);
        }
      }
    }
  }

  /** Every line behind a # that looks like a field is one, with a value that fits. */
  @Test
  void theRestOfTheFleetCanBeTakenAsItStands() throws IOException {
    init(root, with(InitOption.REPOSITORY, "https://git.example.com/gitops.git"));
    Path fleet = root.resolve("fleet.yaml");
    String all = Files.readString(fleet).replaceAll("(?m)^( *)#(?=[a-z_]+:)", "$1");
    assertThat(all.lines().filter(line -> line.contains("#"))).hasSizeLessThan(8);
    Files.writeString(fleet, all);

    Report report = new Validate().run(Request.of(root), Session.ofThisProcess());

    assertThat(report.diagnostics()).isEmpty();
    assertThat(report.outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void allTiersRender() throws IOException {
    init(root, LEAST);
    for (String tier : List.of("pro", "enterprise")) {
      Path tenant = root.resolve("tenants/" + tier + "-demo.yaml");
      String demo = Files.readString(root.resolve("tenants/demo.yaml"));
      Files.writeString(
          tenant,
          demo.replace("tenant_id: demo", "tenant_id: " + tier + "-demo")
              .replace("tier: free", "tier: " + tier));
    }
    Report report = new Generate(false).run(Request.of(root), Session.ofThisProcess());
    assertThat(report.outcome()).isEqualTo(Outcome.DONE);
  }

  @Test
  void aDryRunWritesNothingAndListsAll() throws IOException {
    Report listed = new Init(new InitOptions(LEAST, true)).run(request(root), nobody());
    assertThat(files(root)).isEmpty();
    assertThat(result(listed).next()).isEmpty();

    assertThat(result(listed).files()).isEqualTo(result(init(root, LEAST)).files());
  }

  @Test
  void whatIsThereStaysByteForByte() throws IOException {
    Files.writeString(root.resolve("README.md"), "ours\r\n");
    InitResult result = result(init(root, LEAST));

    assertThat(root.resolve("README.md")).hasContent("ours\r\n");
    assertThat(result.files()).contains(new CommandResult.NewFile("README.md", "kept"));
  }

  @Test
  void aFolderThatIsNotThereIsMade() throws IOException {
    Path folder = root.resolve("new/fleet");
    InitResult result = result(init(folder, LEAST));
    assertThat(folder.resolve("fleet.yaml")).exists();
    assertThat(result.next()).first().isEqualTo("cd \"" + folder + '"');
  }

  @Test
  void withoutANameTheFolderGivesIt() throws IOException {
    Map<InitOption, String> given = new TreeMap<>(LEAST);
    given.remove(InitOption.FLEET_NAME);
    init(root.resolve("Ünser (Fleet) 2!"), given);
    assertThat(root.resolve("Ünser (Fleet) 2!/fleet.yaml"))
        .content()
        .contains("fleet: nser-fleet-2");
    init(root.resolve("___"), given);
    assertThat(root.resolve("___/fleet.yaml")).content().contains("fleet: my-fleet");
  }

  @Test
  void eachFrontIsToldItsOwnCommandsAndOptions() throws IOException {
    Init init = new Init(new InitOptions(LEAST, false));
    Report launcher = init.run(request(root.resolve("a")), session(Questions.NONE, Front.LAUNCHER));
    Report maven = init.run(request(root.resolve("b")), session(Questions.NONE, Front.MAVEN));
    assertThat(result(launcher).next()).contains("tenantsmith generate", "tenantsmith publish");
    assertThat(result(maven).next()).contains("mvn tenantsmith:generate", "git init -b main");

    Report nothing =
        new Init(new InitOptions(Map.of(), false))
            .run(request(root.resolve("c")), session(Questions.NONE, Front.MAVEN));
    assertThat(nothing.diagnostics())
        .extracting(d -> d.range().file())
        .containsExactly("-Dtenantsmith.contactEmail", "-Dtenantsmith.domain");
  }

  @Test
  void inAFolderOfALargerRepositoryPipelinesAreSaidToBeAtTheWrongPlace() throws IOException {
    Files.createDirectories(root.resolve(".git"));
    Report report = init(root.resolve("platform/fleet"), LEAST);

    assertThat(report.diagnostics()).extracting(Diagnostic::code).containsOnly(Code.INI906);
    assertThat(report.diagnostics())
        .extracting(d -> d.range().file())
        .containsExactly(".github/workflows/fleet.yml", ".gitlab-ci.yml", "Jenkinsfile");
    assertThat(result(report).next()).doesNotContain("git init -b main");
    assertThat(init(root.resolve("other"), with(InitOption.CI, "none")).diagnostics()).isEmpty();
  }

  @Test
  void onlyTheNamedPipelinesAreWritten() throws IOException {
    init(root.resolve("a"), with(InitOption.CI, "gitlab, jenkins"));
    assertThat(files(root.resolve("a")).keySet())
        .contains(".gitlab-ci.yml", "Jenkinsfile")
        .doesNotContain(".github/workflows/fleet.yml");
  }

  @Test
  void aPersonIsAskedWithTheUsualAnswersAndAgainWhereOneDoesNotFit() throws IOException {
    List<String> asked = new ArrayList<>();
    Deque<String> answers =
        new ArrayDeque<>(
            List.of("", "shop_example", "sites.example.net", "it@example.com", "", "eu-west-1"));
    Questions person =
        (question, usual) -> {
          asked.add(question + " [" + usual + "]");
          String answer = answers.isEmpty() ? "" : answers.poll();
          return Optional.of(answer.isEmpty() ? usual : answer);
        };
    Report report =
        new Init(new InitOptions(Map.of(), false))
            .run(request(root.resolve("acme")), session(person));

    assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    assertThat(asked)
        .hasSize(9)
        .contains("Name of the fleet [acme]", "Region of that cluster [eu-central-1]")
        .anyMatch(question -> question.startsWith("\"shop_example\" is not a host name\nDomain"))
        .contains("What syncs the cluster: flux, argocd, both or none [none]");
    assertThat(root.resolve("acme/fleet.yaml")).content().contains("region: eu-west-1");
  }

  @Test
  void aTerminalThatClosesWritesNothing() throws IOException {
    Report report =
        new Init(new InitOptions(Map.of(), false)).run(request(root), session(Questions.NONE));
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(files(root)).isEmpty();
  }

  @Test
  void whatCannotBeWrittenLeavesNothingBehind() throws IOException {
    // A name that no file can have below a folder that is made before it.
    Files.createSymbolicLink(root.resolve("tenants"), root.resolve("nowhere"));
    Report report = init(root, LEAST);
    assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(files(root)).isEmpty();
  }

  private SortedMap<String, String> written(String kind) throws IOException {
    Path folder = root.resolve(kind);
    init(
        folder,
        switch (kind) {
          case "https" -> with(InitOption.REPOSITORY, "https://git.example.com/acme/gitops.git");
          case "ssh" -> with(InitOption.REPOSITORY, "ssh://git@git.example.com/acme/gitops.git");
          case "short" -> all();
          default -> LEAST;
        });
    SortedMap<String, String> files = files(folder);
    // Held by another test; a version of the project does not change these files.
    files.keySet().removeIf(path -> path.startsWith("tiers/") || path.startsWith("schema/"));
    files.computeIfPresent(
        "pom.xml",
        (path, text) ->
            text.replace(Tool.version(), "VERSION")
                .replace(Boolean.toString(Tool.version().endsWith("-SNAPSHOT")), "SNAPSHOTS"));
    return files;
  }

  private static Map<InitOption, String> all() {
    Map<InitOption, String> given =
        with(InitOption.REPOSITORY, "git@git.example.com:acme/gitops.git");
    given.put(InitOption.CLUSTER_NAME, "stage-7");
    given.put(InitOption.REGION, "on");
    given.put(InitOption.BRANCH, "rendered");
    given.put(InitOption.SYNC, "both");
    given.put(InitOption.PLUGIN_REPOSITORY, "https://maven.example.com/releases");
    return given;
  }

  private static Map<InitOption, String> with(InitOption option, String value) {
    Map<InitOption, String> given = new TreeMap<>(LEAST);
    given.put(option, value);
    return given;
  }

  private static Report init(Path folder, Map<InitOption, String> given) {
    return new Init(new InitOptions(given, false)).run(request(folder), nobody());
  }

  private static InitResult result(Report report) {
    return (InitResult) report.result().orElseThrow();
  }

  private static Request request(Path folder) {
    return Request.of(folder);
  }

  private static Session nobody() {
    return session(Questions.NONE);
  }

  private static Session session(Questions questions) {
    return session(questions, Front.MAVEN);
  }

  private static Session session(Questions questions, Front front) {
    return new Session(
        Surroundings.ofThisProcess(), Progress.NONE, questions, front, problem -> {});
  }

  private static SortedMap<String, String> files(Path folder) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/').replace("dot-", ".");
        files.put(name, Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
