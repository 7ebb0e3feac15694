package io.tenantsmith.harness;

import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Generates a fleet in a Java process of its own, with its own draw of hash orders. */
public final class OtherJvm {

  private OtherJvm() {}

  /** Entry of that process. */
  public static void main(String[] args) {
    Report report = new Generate(false).run(Request.of(Path.of(args[0])), Session.ofThisProcess());
    if (report.outcome() != Outcome.DONE) {
      throw new IllegalStateException(report.diagnostics().toString());
    }
  }

  /** Runs it with those JVM options; gives the exit code. */
  public static int generate(Path fleet, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(OtherJvm.class.getName(), fleet.toString()));
    ProcessBuilder process = new ProcessBuilder(command).inheritIO();
    process.environment().put("LC_ALL", "C");
    try {
      return process.start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
