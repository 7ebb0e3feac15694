package io.tenantsmith.maven;

import io.tenantsmith.diagnostic.Format;
import io.tenantsmith.engine.Front;
import io.tenantsmith.engine.Progress;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.surroundings.Surroundings;
import java.io.File;
import java.io.UncheckedIOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What all goals share: the parameters, the way to the log and the way to fail. */
public abstract class FleetMojo extends AbstractMojo {

  /**
   * The fleet's root; {@code fleet}, {@code tenants}, {@code tiers} and {@code output} are below
   * it.
   */
  @Parameter(property = "tenantsmith.directory", defaultValue = "${basedir}")
  private File directory = new File(".");

  /** The platform's file, relative to {@code directory}. */
  @Parameter(property = "tenantsmith.fleet", defaultValue = "fleet.yaml")
  private String fleet = "fleet.yaml";

  /** Folder of the tenant files, relative to {@code directory}. */
  @Parameter(property = "tenantsmith.tenants", defaultValue = "tenants")
  private String tenants = "tenants";

  /** Folder of the tier files, relative to {@code directory}. */
  @Parameter(property = "tenantsmith.tiers", defaultValue = "tiers")
  private String tiers = "tiers";

  /** Folder of the rendered tree, relative to {@code directory}. */
  @Parameter(property = "tenantsmith.output", defaultValue = "output")
  private String output = "output";

  /** Id of the only tenant to render; everything is still read and judged. */
  @Parameter(property = "tenantsmith.tenant")
  private @Nullable String tenant;

  /** Name of the only cluster to render; everything is still read and judged. */
  @Parameter(property = "tenantsmith.cluster")
  private @Nullable String cluster;

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

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("skipped: tenantsmith.skip is set");
      return;
    }
    LogSink sink = new LogSink(getLog(), chosenFormat(), reportFile);
    Report report = report();
    sink.show(report);
    FailurePolicy.apply(report);
  }

  /** The command of this goal with its options. */
  abstract Command command();

  /** What the run may know about its surroundings. */
  Surroundings surroundings() throws MojoExecutionException {
    return Surroundings.ofThisProcess();
  }

  /** What to work on. */
  final Request request() {
    return new Request(
        directory.toPath(),
        new Request.Folders(fleet, tenants, tiers, output),
        new Request.Selection(tenant, cluster));
  }

  /** A failure of disk or network is not a bug of the build: one line, no stack trace. */
  private Report report() throws MojoExecutionException {
    try {
      return command().run(request(), session());
    } catch (UncheckedIOException e) {
      throw new MojoExecutionException(String.valueOf(e.getMessage()));
    }
  }

  /** {@code mvn -X} shows what disk or network said. */
  private Session session() throws MojoExecutionException {
    return new Session(
        surroundings(),
        Progress.NONE,
        Front.MAVEN,
        cause -> getLog().debug("what the diagnostic below stands for", cause));
  }

  private Format chosenFormat() throws MojoFailureException {
    return Format.named(format)
        .orElseThrow(
            () ->
                new MojoFailureException(
                    "tenantsmith.format must be one of " + String.join(", ", Format.labels())));
  }
}
