package io.tenantsmith.maven;

import io.tenantsmith.diagnostic.Format;
import io.tenantsmith.engine.FleetPaths;
import io.tenantsmith.engine.Front;
import io.tenantsmith.engine.Progress;
import io.tenantsmith.engine.Questions;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.ReportText;
import io.tenantsmith.engine.Request;
import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.surroundings.Surroundings;
import java.io.File;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What all goals share: the way to the log and the way to fail. What a goal works on is said by
 * {@link FleetMojo}, {@link FleetFilesMojo} or {@link FolderMojo}.
 */
public abstract class ToolMojo extends AbstractMojo {

  /**
   * How diagnostics look: {@code text} or {@code line} for people, in the log; {@code json}, {@code
   * sarif}, {@code github} or {@code junit} for programs, in {@code reportFile} or on standard
   * output.
   */
  @Parameter(property = "tenantsmith.format", defaultValue = "text")
  private String format = "text";

  /** File for a format for programs; without it the report goes to standard output. */
  @Parameter(property = "tenantsmith.reportFile")
  private @Nullable File reportFile;

  /** Does nothing if true. */
  @Parameter(property = "tenantsmith.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${session}", readonly = true)
  private @Nullable MavenSession build;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true)
  private @Nullable MojoExecution execution;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("skipped: tenantsmith.skip is set");
      return;
    }
    LogSink sink = new LogSink(getLog(), chosenFormat(), reportFile);
    if (!OncePerBuild.isFirst(build, execution, request())) {
      getLog().debug("another module of this build has done the same");
      return;
    }
    Instant start = surroundings().now();
    if (!getLog().isDebugEnabled()) {
      QuietLibraries.hush();
    }
    Report report = report();
    Duration time = Duration.between(start, surroundings().now());
    sink.show(report, new ReportText.Reading(FleetPaths.of(request()), time));
    FailurePolicy.apply(report);
  }

  /** The command of this goal with its options. */
  abstract Command command();

  /** What the run may know about its surroundings. */
  Surroundings surroundings() throws MojoExecutionException {
    return Surroundings.ofThisProcess();
  }

  /** The person at the terminal, if the goal asks anything. */
  Questions questions() {
    return Questions.NONE;
  }

  /** What to work on. */
  abstract Request request();

  /** A failure of disk or network is not a bug of the build: one line, no stack trace. */
  private Report report() throws MojoExecutionException {
    try {
      return command().run(request(), session()).withoutFailuresOfTheEnd(surroundings());
    } catch (UncheckedIOException e) {
      throw new MojoExecutionException(String.valueOf(e.getMessage()));
    }
  }

  /** {@code mvn -X} shows what disk or network said. */
  private Session session() throws MojoExecutionException {
    return new Session(
        surroundings(),
        Progress.NONE,
        questions(),
        Front.MAVEN,
        cause -> getLog().debug("what a diagnostic stands for", cause));
  }

  private Format chosenFormat() throws MojoFailureException {
    return Format.named(format)
        .orElseThrow(
            () ->
                new MojoFailureException(
                    "tenantsmith.format must be one of " + String.join(", ", Format.labels())));
  }
}
