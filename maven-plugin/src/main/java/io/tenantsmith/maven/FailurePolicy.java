package io.tenantsmith.maven;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.engine.Report;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Which outcomes of a run fail the build, and with which line. */
final class FailurePolicy {

  private FailurePolicy() {}

  /** Fails the build unless all went well. */
  static void apply(Report report) throws MojoExecutionException, MojoFailureException {
    switch (report.outcome()) {
      case DONE -> {}
      case REFUSED -> throw new MojoFailureException("Tenantsmith refused: " + errors(report));
      case CHANGES_FOUND ->
          throw new MojoFailureException("Tenantsmith: the output is not current, see above");
      case GUARD_REFUSED ->
          throw new MojoFailureException("Tenantsmith: a guard refused, see above");
      case WRONG_USAGE ->
          throw new MojoFailureException("Tenantsmith wrote nothing, see above: nobody was asked");
      case ENVIRONMENT_FAILED ->
          throw new MojoExecutionException("Tenantsmith: disk, Git or network failed, see above");
    }
  }

  private static String errors(Report report) {
    long count = report.diagnostics().stream().filter(Diagnostic::isError).count();
    return count + (count == 1 ? " error, see above" : " errors, see above");
  }
}
