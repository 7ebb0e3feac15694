package io.tenantsmith.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantsmith.engine.CommandName;
import io.tenantsmith.engine.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The goals as Maven makes them from the descriptor of the plugin. */
@MojoTest
class MojoParametersTest {

  @Test
  @InjectMojo(goal = "validate")
  void aGoalWithoutParametersTakesTheUsualNames(ValidateMojo mojo) {
    assertThat(mojo.request().folders()).isEqualTo(Request.Folders.USUAL);
    assertThat(mojo.request().selection()).isEqualTo(Request.Selection.ALL);
    assertThat(mojo.request().directory()).isAbsolute();
  }

  @Test
  @InjectMojo(goal = "generate")
  @MojoParameter(name = "directory", value = "some/fleet")
  @MojoParameter(name = "tenants", value = "customers")
  @MojoParameter(name = "tenant", value = "acme-corp")
  void parametersReachTheRequest(GenerateMojo mojo) {
    assertThat(mojo.request().directory()).endsWithRaw(Path.of("some/fleet"));
    assertThat(mojo.request().folders().tenants()).isEqualTo("customers");
    assertThat(mojo.request().selection().onlyTenant()).contains("acme-corp");
  }

  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "skip", value = "true")
  @MojoParameter(name = "directory", value = "there/is/no/fleet")
  void skipDoesNothing(CheckMojo mojo) throws Exception {
    RecordedLog log = new RecordedLog();
    mojo.setLog(log);

    mojo.execute();

    assertThat(log.lines).containsExactly("info skipped: tenantsmith.skip is set");
  }

  @Test
  @InjectMojo(goal = "check")
  @MojoParameter(name = "format", value = "xml")
  void anUnknownFormatIsToldTheKnownOnes(CheckMojo mojo) {
    assertThatExceptionOfType(MojoFailureException.class)
        .isThrownBy(mojo::execute)
        .withMessageContaining("text, line, json, sarif, github, junit");
  }

  @Test
  @InjectMojo(goal = "publish")
  @MojoParameter(name = "server", value = "gitops")
  void credentialsComeFromTheServerOfTheSettings(PublishMojo mojo) throws Exception {
    Server server = new Server();
    server.setId("gitops");
    server.setUsername("robot");
    server.setPassword("not encrypted");
    Settings settings = new Settings();
    settings.addServer(server);
    mojo.settings = settings;

    assertThat(mojo.surroundings().environment("TENANTSMITH_GIT_USERNAME")).contains("robot");
    assertThat(mojo.surroundings().environment("TENANTSMITH_GIT_PASSWORD"))
        .contains("not encrypted");
  }

  @Test
  @InjectMojo(goal = "publish")
  @MojoParameter(name = "server", value = "missing")
  void aServerThatSettingsDoNotHaveIsSaidSo(PublishMojo mojo) {
    mojo.settings = new Settings();

    assertThatExceptionOfType(MojoExecutionException.class)
        .isThrownBy(mojo::surroundings)
        .withMessageContaining("\"missing\"");
  }

  @ParameterizedTest
  @EnumSource
  void everyCommandIsAGoal(CommandName command) throws Exception {
    String name = command.label();
    String type = Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Mojo";
    assertThat(ToolMojo.class).isAssignableFrom(Class.forName("io.tenantsmith.maven." + type));
  }

  /**
   * Maven warns of each aggregator in a parallel build, and of each goal that is no safe thread.
   */
  @Test
  void noGoalStandsInTheWayOfAParallelBuild() throws IOException {
    String descriptor = Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml"));

    assertThat(descriptor.split("<mojo>", -1)).hasSizeGreaterThan(CommandName.values().length);
    assertThat(descriptor)
        .doesNotContain("<aggregator>true", "<threadSafe>false")
        .contains("<aggregator>false", "<threadSafe>true");
  }
}
