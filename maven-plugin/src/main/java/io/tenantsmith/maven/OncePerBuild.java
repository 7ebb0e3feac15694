package io.tenantsmith.maven;

import io.tenantsmith.engine.Request;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done once in a build, whatever the number of its modules: where a goal is bound to a
 * phase in a parent, each module inherits it. Called by name it runs in the top project alone,
 * since it needs no project. Goals that are aggregators would not need this, but {@code mvn -T2}
 * warns of each of them and lets the other modules wait.
 */
final class OncePerBuild {

  private static final String KEY = "io.tenantsmith.done";

  private OncePerBuild() {}

  /** Whether no other module of the build has taken the same work. */
  static boolean isFirst(
      @Nullable MavenSession session, @Nullable MojoExecution execution, Request request) {
    if (session == null || execution == null || execution.getSource() == MojoExecution.Source.CLI) {
      return true;
    }
    String work = execution.getGoal() + " " + execution.getExecutionId() + " " + request;
    return done(session.getTopLevelProject()).add(work);
  }

  /** Lives as long as the build; modules that are built at the same time share it. */
  @SuppressWarnings("unchecked")
  private static Set<String> done(MavenProject top) {
    synchronized (top) {
      Set<String> done = (Set<String>) top.getContextValue(KEY);
      if (done == null) {
        done = ConcurrentHashMap.newKeySet();
        top.setContextValue(KEY, done);
      }
      return done;
    }
  }
}
