package io.tenantsmith.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.engine.Request;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;
import org.junit.jupiter.api.Test;

/** One build of a parent and two modules. */
class OncePerBuildTest {

  private static final Request FLEET = Request.of(Path.of("fleet"));

  private final MavenProject top = project("top");
  private final MavenProject first = project("first");
  private final MavenProject second = project("second");

  @Test
  void boundToAPhaseItWorksOnceForEachFleet() {
    MojoExecution bound = execution("generate", "render", MojoExecution.Source.LIFECYCLE);

    assertThat(isFirst(first, bound, FLEET)).isTrue();
    assertThat(isFirst(second, bound, FLEET)).isFalse();
    assertThat(isFirst(second, bound, Request.of(Path.of("other")))).isTrue();
  }

  @Test
  void anotherGoalOrExecutionIsOtherWork() {
    for (MojoExecution bound :
        List.of(
            execution("generate", "render", MojoExecution.Source.LIFECYCLE),
            execution("generate", "again", MojoExecution.Source.LIFECYCLE),
            execution("publish", "render", MojoExecution.Source.LIFECYCLE))) {
      assertThat(isFirst(first, bound, FLEET)).isTrue();
    }
  }

  @Test
  void whoeverCallsItTwiceByNameMeansIt() {
    MojoExecution called = execution("validate", "default-cli", MojoExecution.Source.CLI);

    assertThat(isFirst(top, called, FLEET)).isTrue();
    assertThat(isFirst(top, called, FLEET)).isTrue();
  }

  @Test
  void withoutABuildThereIsNobodyElse() {
    assertThat(OncePerBuild.isFirst(null, null, FLEET)).isTrue();
  }

  private static MavenProject project(String name) {
    MavenProject project = new MavenProject();
    project.setArtifactId(name);
    project.setExecutionRoot(name.equals("top"));
    return project;
  }

  @SuppressWarnings("deprecation") // There is no other way to make one.
  private MavenSession in(MavenProject current) {
    MavenSession session =
        new MavenSession(
            null,
            (RepositorySystemSession) null,
            new DefaultMavenExecutionRequest(),
            new DefaultMavenExecutionResult());
    session.setProjects(List.of(top, first, second));
    session.setCurrentProject(current);
    return session;
  }

  private boolean isFirst(MavenProject module, MojoExecution execution, Request request) {
    return OncePerBuild.isFirst(in(module), execution, request);
  }

  private static MojoExecution execution(String goal, String id, MojoExecution.Source source) {
    MojoDescriptor descriptor = new MojoDescriptor();
    descriptor.setGoal(goal);
    return new MojoExecution(descriptor, id, source);
  }
}
