package io.tenantsmith.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The script that starts the jar, run by a real shell with Javas that only say how they are run.
 */
class WrapperTest {

  private static final Path SCRIPT = Path.of("src/main/launcher/tenantsmith").toAbsolutePath();
  private static final String ARGUMENTS = "for a in \"$@\"; do printf '<%s>\\n' \"$a\"; done\n";

  @TempDir private Path folder;
  private Path bin;
  private Path home;

  /** The script and a jar in a folder with a space, and a Java 17. */
  @BeforeEach
  void install() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh");
    bin = Files.createDirectories(folder.resolve("a tool/bin"));
    Files.copy(SCRIPT, bin.resolve("tenantsmith"));
    executable(bin.resolve("tenantsmith"));
    Files.createFile(bin.resolve("tenantsmith.jar"));
    home = java("17.0.15", ARGUMENTS);
  }

  @Test
  void argumentsReachTheJarAsTheyAre() throws Exception {
    Done done =
        run(Map.of("JAVA_HOME", home.toString()), "check", "a b", "*", "", "$HOME", "\"q\"");

    assertThat(done.code()).isZero();
    assertThat(done.out())
        .startsWith("<-XX:TieredStopAtLevel=1>\n")
        .contains("<-XX:+UseSerialGC>\n<-XX:MaxNewSize=32m>\n")
        .endsWith(
            "<-jar>\n<"
                + bin.toRealPath()
                + "/tenantsmith.jar>\n"
                + "<check>\n<a b>\n<*>\n<>\n<$HOME>\n<\"q\">\n");
  }

  @Test
  void theJarOfAReleaseIsInLib() throws Exception {
    Path lib = Files.createDirectories(folder.resolve("a tool/lib"));
    Files.move(bin.resolve("tenantsmith.jar"), lib.resolve("tenantsmith.jar"));

    assertThat(run(Map.of("JAVA_HOME", home.toString())).out())
        .contains("<" + bin.toRealPath() + "/../lib/tenantsmith.jar>");
  }

  @Test
  void withoutTheJarItSaysWhereItLooked() throws Exception {
    Files.delete(bin.resolve("tenantsmith.jar"));

    Done done = run(Map.of("JAVA_HOME", home.toString()));

    assertThat(done.code()).isEqualTo(4);
    assertThat(done.err()).contains("tenantsmith.jar is neither in " + bin.toRealPath(), "hint: ");
  }

  @Test
  void linksAreFollowed() throws Exception {
    Path other = Files.createDirectories(folder.resolve("usr/local/bin"));
    Files.createSymbolicLink(other.resolve("first"), Path.of("../../../a tool/bin/tenantsmith"));
    Files.createSymbolicLink(other.resolve("ts"), Path.of("first"));

    Done done = runs(other.resolve("ts"), Map.of("JAVA_HOME", home.toString()), "validate");

    assertThat(done.out()).contains("/a tool/bin/tenantsmith.jar>\n<validate>");
  }

  @Test
  void theJavaOfThePathIsTakenWhereHomeIsNotSet() throws Exception {
    Path link = Files.createDirectories(folder.resolve("links"));
    Files.createSymbolicLink(link.resolve("java"), home.resolve("bin/java"));

    assertThat(run(Map.of("PATH", link + ":" + System.getenv("PATH")), "check").out())
        .endsWith("<check>\n");
  }

  @Test
  void withoutAnyJavaItSaysSo() throws Exception {
    Done done = run(Map.of("PATH", tools().toString()));

    assertThat(done.code()).isEqualTo(4);
    assertThat(done.err())
        .isEqualTo(
            """
        tenantsmith: no Java is on the PATH, and JAVA_HOME is not set
          hint: install a Java 17 or newer, or set JAVA_HOME to its folder
        """);
  }

  @Test
  void aHomeWithoutJavaIsNamed() throws Exception {
    Done done = run(Map.of("JAVA_HOME", folder.toString()));

    assertThat(done.code()).isEqualTo(4);
    assertThat(done.err())
        .startsWith("tenantsmith: JAVA_HOME is " + folder + ", where no bin/java");
  }

  @ParameterizedTest
  @CsvSource({"11.0.2", "1.8.0_392", "16", "9-ea"})
  void anOldJavaIsNamedWithWhatIsNeeded(String version) throws Exception {
    Path old = java(version, "echo started\n");

    Done done = run(Map.of("JAVA_HOME", old.toString()));

    assertThat(done.code()).isEqualTo(4);
    assertThat(done.out()).isEmpty();
    assertThat(done.err())
        .startsWith("tenantsmith: needs Java 17 or newer, found " + version + ": " + old);
  }

  @ParameterizedTest
  @CsvSource({"17", "17.0.15", "21.0.5", "25", "26-ea"})
  void aNewJavaIsStarted(String version) throws Exception {
    Path found = java(version, ARGUMENTS);
    assertThat(run(Map.of("JAVA_HOME", found.toString()), "x").out()).endsWith("<x>\n");
  }

  @Test
  void aJavaWithoutAReleaseFileIsAsked() throws Exception {
    Path old = java("11", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
    Files.delete(old.resolve("release"));

    assertThat(run(Map.of("JAVA_HOME", old.toString())).err()).contains("found 11.0.2");
  }

  @Test
  void optionsOfTheUserComeLastAndChooseTheCollector() throws Exception {
    Map<String, String> options =
        Map.of(
            "JAVA_HOME", home.toString(),
            "JAVA_OPTS", "-Xmx1g -XX:+UseParallelGC",
            "TENANTSMITH_JAVA_OPTS", "-Dhttps.proxyHost=proxy -Da=*");

    assertThat(run(options).out())
        .doesNotContain("UseSerialGC", "MaxNewSize")
        .containsSubsequence(
            "<-XX:TieredStopAtLevel=1>",
            "<-Xmx1g>\n<-XX:+UseParallelGC>\n",
            "<-Dhttps.proxyHost=proxy>\n<-Da=*>\n<-jar>");
  }

  @ParameterizedTest
  @CsvSource({
    "JAVA_OPTS,-Xmx40m",
    "TENANTSMITH_JAVA_OPTS,-XX:NewSize=64m",
    "JAVA_TOOL_OPTIONS,-XX:MaxRAMPercentage=10",
    "JDK_JAVA_OPTIONS,-Xmn8m"
  })
  void whoeverSizesTheHeapSizesAllOfIt(String variable, String option) throws Exception {
    Map<String, String> options = Map.of("JAVA_HOME", home.toString(), variable, option);

    assertThat(run(options).out()).contains("UseSerialGC").doesNotContain("MaxNewSize");
  }

  @Test
  void anArchiveIsForJavasThatKeepItThemselves() throws Exception {
    Path newer = java("21.0.5", ARGUMENTS);
    assertThat(
            run(Map.of("JAVA_HOME", newer.toString(), "TENANTSMITH_CLASS_ARCHIVE", "/a b/c.jsa"))
                .out())
        .contains("<-XX:SharedArchiveFile=/a b/c.jsa>", "<-XX:+AutoCreateSharedArchive>");
    assertThat(
            run(Map.of("JAVA_HOME", home.toString(), "TENANTSMITH_CLASS_ARCHIVE", "/a b/c.jsa"))
                .out())
        .doesNotContain("Archive");
  }

  @ParameterizedTest
  @CsvSource({"C,C.UTF-8", "POSIX,C.UTF-8", "'',C.UTF-8", "de_DE.UTF-8,de_DE.UTF-8"})
  void namesOfFilesCanBeReadInEveryLocale(String given, String seen) throws Exception {
    Path telling = java("17", "printf '%s' \"$LC_ALL\"\n");
    Map<String, String> environment = Map.of("JAVA_HOME", telling.toString(), "LC_ALL", given);

    assertThat(run(environment).out()).isEqualTo(seen);
  }

  @Test
  void theExitCodeIsThatOfTheCommand() throws Exception {
    Path refusing = java("17", "exit 3\n");
    assertThat(run(Map.of("JAVA_HOME", refusing.toString())).code()).isEqualTo(3);
  }

  /** A path that has what the script needs, and no Java. */
  private Path tools() throws IOException {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : List.of("dirname", "readlink", "sed", "head", "stty")) {
      Path found = Files.exists(Path.of("/usr/bin", tool)) ? Path.of("/usr/bin") : Path.of("/bin");
      Path own = tools.resolve(tool);
      Files.writeString(own, "#!/bin/sh\nexec " + found.resolve(tool) + " \"$@\"\n");
      executable(own);
    }
    return tools;
  }

  /** A Java that runs these lines of a shell script. */
  private Path java(String version, String script) throws IOException {
    Path java = folder.resolve("java " + version);
    Files.createDirectories(java.resolve("bin"));
    Files.writeString(
        java.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
    Files.writeString(java.resolve("bin/java"), "#!/bin/sh\n" + script);
    executable(java.resolve("bin/java"));
    return java;
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Done run(Map<String, String> environment, String... args) throws Exception {
    return runs(bin.resolve("tenantsmith"), environment, args);
  }

  private Done runs(Path script, Map<String, String> environment, String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
    command.addAll(List.of(args));
    ProcessBuilder start = new ProcessBuilder(command).directory(folder.toFile());
    start.environment().keySet().retainAll(List.of("PATH", "HOME"));
    start.environment().putAll(environment);
    Path err = folder.resolve("err");
    Process process = start.redirectError(err.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Done(process.waitFor(), out, Files.readString(err));
  }

  private record Done(int code, String out, String err) {}
}
