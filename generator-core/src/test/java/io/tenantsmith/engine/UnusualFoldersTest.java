package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tenantsmith.engine.command.Check;
import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Publish;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.harness.IsolatedGit;
import io.tenantsmith.harness.SameFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Folders as machines have them: names with spaces and umlauts everywhere, what may not be written,
 * and a umask that is nobody else's business. Either all is right, or it is said in plain words
 * what is not, and nothing is left behind.
 */
class UnusualFoldersTest {

  private static final List<String> PRIVATE =
      List.of("/bin/sh", "-c", "umask 077; exec \"$@\"", "sh");

  /** Permissions do not bind root, unless it gives these rights away. */
  private static final List<String> BOUND_BY_PERMISSIONS =
      List.of(
          "setpriv",
          "--bounding-set=-dac_override,-dac_read_search",
          "--inh-caps=-dac_override,-dac_read_search");

  private static final String BRANCH = "environment/prod";

  @TempDir Path folder;
  private FleetFolder fleet;
  private Path temporary;
  private Path target;
  private Path repository;

  @BeforeEach
  void setUp() throws IOException {
    boolean umlauts = "UTF-8".equals(System.getProperty("sun.jnu.encoding"));
    suppose(umlauts, "this locale has no umlauts in the names of files");
    fleet = FleetFolder.in(folder.resolve("Größe mit Leerzeichen")).tenants(1, "One");
    temporary = Files.createDirectories(folder.resolve("für eine Weile"));
    target = fleet.root().resolve("target");
    repository = target.resolve("gitops.git");
  }

  @AfterEach
  void nothingIsLeftBehind() throws IOException {
    changeAll(folder, true);
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void spacesAndUmlautsInEveryPath() throws IOException {
    IsolatedGit inputs = IsolatedGit.init(fleet.root());
    inputs.run("add", "fleet.yaml", "tiers", "tenants");
    inputs.run("commit", "-q", "-m", "Größe");
    Request request =
        new Request(
            fleet.root(),
            new Request.Folders("fleet.yaml", "tenants", "tiers", "Ausgabe für alle"),
            Request.Selection.ALL);
    Command publish =
        new Publish(
            new PublishOptions(
                "../Ablage für Größen/gitops ü.git",
                "umgebung/größe",
                PublishOptions.Permits.NONE));
    for (Command command : List.of(new Generate(false), new Check(), publish, publish)) {
      Report report = command.run(request, Session.ofThisProcess());
      fleet.expect(report);
      assertThat(report.diagnostics()).isEmpty();
    }

    IsolatedGit git = new IsolatedGit(folder.resolve("Ablage für Größen/gitops ü.git"));
    git.assertSound();
    assertThat(git.run("rev-list", "--count", "umgebung/größe")).isEqualTo("1");
    Path clone = cloned(git, "umgebung/größe", folder.resolve("noch eine"));
    SortedMap<String, String> published = FleetFolder.content(clone);
    published
        .keySet()
        .removeIf(path -> path.equals("hydrator.metadata") || path.startsWith(".git"));
    SameFiles.assertSame(published, FleetFolder.content(fleet.root().resolve("Ausgabe für alle")));
  }

  private Path cloned(IsolatedGit git, String branch, Path clone) throws IOException {
    String from = git.run("rev-parse", "--absolute-git-dir");
    String apart = "--separate-git-dir=" + clone + ".git";
    new IsolatedGit(folder).run("clone", "-q", apart, "-b", branch, from, clone.toString());
    return clone;
  }

  /** What the user's umask says is of this machine; what is published is for everybody. */
  @Test
  void theUmaskReachesNoCommit() throws Exception {
    FleetFolder usual = FleetFolder.in(folder.resolve("usual")).tenants(1, "One");
    usual.expect(usual.generate());
    assertThat(run(PRIVATE, "generate").code()).isZero();
    assertThat(run(PRIVATE, "publish").code()).isZero();

    SameFiles.assertSame(fleet.output(), usual.output());
    fleet.expect(new Check().run(Request.of(fleet.root()), Session.ofThisProcess()));
    IsolatedGit git = new IsolatedGit(repository);
    git.assertSound();
    assertThat(git.run("ls-tree", "-r", BRANCH).lines().toList())
        .hasSizeGreaterThan(20)
        .allMatch(line -> line.startsWith("100644 blob "));
  }

  @Test
  void anOutputThatMayNotBeMade() throws Exception {
    SortedMap<String, String> before = FleetFolder.content(fleet.root());
    changeAll(fleet.root(), false);
    FleetProcess.Ended ended = run(boundByPermissions(), "generate");
    says(ended, "output: error OUT508: ", "access denied", "check its permissions");
    SameFiles.assertSame(FleetFolder.content(fleet.root()), before);
  }

  @Test
  void anOutputThatMayNotBeWrittenIsCheckedAllTheSame() throws Exception {
    fleet.expect(fleet.generate());
    changeAll(fleet.root(), false);
    assertThat(run(boundByPermissions(), "check")).isEqualTo(new FleetProcess.Ended(0, ""));

    changeAll(fleet.root(), true);
    SortedMap<String, String> before = fleet.output();
    fleet.tenants(1, "Two");
    changeAll(fleet.root(), false);
    assertThat(run(boundByPermissions(), "check").code()).isEqualTo(2);
    FleetProcess.Ended ended = run(boundByPermissions(), "generate");
    says(ended, "output: error OUT508: ", "access denied", "check its permissions");
    SameFiles.assertSame(fleet.output(), before);
  }

  @Test
  void aFolderWhereNoRepositoryMayBeMade() throws Exception {
    Files.createDirectories(target);
    changeAll(target, false);
    FleetProcess.Ended ended = run(boundByPermissions(), "publish");
    says(ended, "error PUB709: ", "access denied: " + repository + " ", "check its permissions");
    assertThat(target).isEmptyDirectory();
  }

  @Test
  void aRepositoryThatMayNotBeWritten() throws Exception {
    fleet.expect(fleet.publish());
    List<Path> before = names(target);
    fleet.tenants(1, "Two");
    changeAll(target, false);
    FleetProcess.Ended ended = run(boundByPermissions(), "publish");
    says(ended, "error PUB709: ", "denied", "check its permissions");
    assertThat(names(target)).isEqualTo(before);
    new IsolatedGit(repository).assertSound();
  }

  /** A pipeline may mount its inputs so; publishing elsewhere needs no more. */
  @Test
  void inputsThatMayNotBeWrittenArePublished() throws Exception {
    Path yaml = fleet.root().resolve("fleet.yaml");
    String text = Files.readString(yaml);
    Files.writeString(yaml, text.replace("target/gitops.git", "../gitops.git"));
    changeAll(fleet.root(), false);
    FleetProcess.Ended ended = run(boundByPermissions(), "publish");
    assertThat(ended).isEqualTo(new FleetProcess.Ended(0, ""));
    new IsolatedGit(folder.resolve("gitops.git")).assertSound();
  }

  @Test
  void aFileInThePlaceOfAFolder() throws Exception {
    Files.writeString(fleet.root().resolve("output"), "ours");
    Files.writeString(target, "ours");
    says(
        run(List.of(), "generate"), "output: error OUT508: ", "a file is in the place of a folder");
    says(
        run(List.of(), "publish"),
        "error PUB709: ",
        "a file is in the place of a folder",
        "target");
    assertThat(fleet.root().resolve("output")).hasContent("ours");
    assertThat(target).hasContent("ours");
  }

  @Test
  void aRepositoryOfTheInputsThatNobodyCanRead() throws Exception {
    IsolatedGit.init(fleet.root()).run("config", "core.repositoryformatversion", "99");
    String hint = "git rev-parse HEAD must work";
    says(
        run(List.of(), "publish"),
        "error PUB710: the repository of the inputs cannot be read",
        hint);
    assertThat(target).doesNotExist();
  }

  private static void says(FleetProcess.Ended ended, String... words) {
    assertThat(ended.said())
        .contains(words)
        .doesNotContain("Exception", "java.", "null")
        .containsOnlyOnce(": error ");
    assertThat(ended.code()).isEqualTo(Outcome.ENVIRONMENT_FAILED.exitCode());
  }

  private FleetProcess.Ended run(List<String> starter, String command) throws Exception {
    return FleetProcess.run(starter, temporary, command, fleet.root());
  }

  private List<String> boundByPermissions() throws Exception {
    Path locked = Files.createDirectories(folder.resolve("locked"));
    changeAll(locked, false);
    if (!Files.isWritable(locked)) {
      return List.of();
    }
    boolean isThere =
        Stream.of("/usr/bin/setpriv", "/bin/setpriv").anyMatch(file -> new File(file).canExecute());
    suppose(isThere, "this user may write read-only folders, and there is no setpriv");
    return BOUND_BY_PERMISSIONS;
  }

  private static void suppose(boolean isSo, String otherwise) {
    if (!isSo) {
      System.out.println("skipped: " + otherwise);
    }
    assumeTrue(isSo, otherwise);
  }

  private static List<Path> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().toList();
    }
  }

  private static void changeAll(Path top, boolean writable) throws IOException {
    try (Stream<Path> all = Files.walk(top)) {
      for (Path path : all.toList()) {
        assertThat(path.toFile().setWritable(writable, true)).isTrue();
      }
    }
  }
}
