package io.tenantsmith.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.diagnostic.Format;
import io.tenantsmith.diagnostic.Style;
import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.engine.command.Validate;
import io.tenantsmith.harness.SampleFleet;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows works as it is. */
class ReadmeTest {

  @TempDir private Path folder;
  private String readme;

  @BeforeEach
  void read() throws IOException {
    readme = Files.readString(SampleFleet.root().resolve("README.md"));
  }

  @Test
  void theTenantRenders() throws IOException {
    Request request = fleetWith(block("yaml"));
    Report report = new Generate(false).run(request, Session.ofThisProcess());
    assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    assertThat(folder.resolve("output/clusters/prod-eu-1/tenants/initech/namespace.yaml")).exists();
  }

  @Test
  void theMistakeLooksLikeThat() throws IOException {
    Request request = fleetWith(block("yaml").replace("tier: free", "tier: fre"));
    Report report = new Validate().run(request, Session.ofThisProcess());
    String shown = ReportText.inFormat(report, Format.TEXT, Style.PLAIN);
    assertThat(readme).contains("```\n" + shown + "```");
  }

  @Test
  void theJavaCompiles() throws IOException {
    compile("RenderFleet", block("java"));
  }

  /** The test of the test kit is compiled and run, with the sample fleet as its fleet. */
  @Test
  void theTestOfAFleetPasses() throws Exception {
    String source = blockAfter("## Test a fleet", "java");
    assertThat(source).contains("Path.of(\".\")");
    compile("AcmeTest", source.replace("Path.of(\".\")", "Path.of(\"..\")"));
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      Class<?> test = loader.loadClass("AcmeTest");
      Constructor<?> constructor = test.getDeclaredConstructor();
      constructor.setAccessible(true);
      List<Method> methods =
          Stream.of(test.getDeclaredMethods())
              .filter(method -> method.isAnnotationPresent(Test.class))
              .toList();
      assertThat(methods).hasSize(1);
      methods.get(0).setAccessible(true);
      methods.get(0).invoke(constructor.newInstance());
    }
  }

  private void compile(String name, String text) throws IOException {
    Path source = folder.resolve(name + ".java");
    Files.writeString(source, text);
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-d",
                folder.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                source.toString());
    assertThat(exit).isZero();
  }

  @Test
  void theCommandsExist() {
    for (CommandName command : CommandName.values()) {
      assertThat(readme).contains("| `" + command.label() + "` |");
    }
  }

  private Request fleetWith(String tenant) throws IOException {
    SampleFleet.copyTo(folder, 1);
    Files.writeString(folder.resolve("tenants/initech.yaml"), tenant);
    return Request.of(folder);
  }

  private String block(String language) {
    return blockAfter("# Tenantsmith", language);
  }

  private String blockAfter(String heading, String language) {
    String text = readme.substring(readme.indexOf(heading));
    Matcher matcher =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(text);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
