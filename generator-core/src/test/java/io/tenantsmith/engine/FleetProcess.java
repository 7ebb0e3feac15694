package io.tenantsmith.engine;

import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Publish;
import io.tenantsmith.engine.command.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Generates or publishes in a process of its own, so that it can be killed. */
final class FleetProcess {

  private FleetProcess() {}

  /** Takes {@code generate} or {@code publish}, and the fleet's folder. */
  public static void main(String[] arguments) {
    Request request = Request.of(Path.of(arguments[1]));
    Command command =
        arguments[0].equals("publish") ? new Publish(PublishOptions.NONE) : new Generate(false);
    Report report = command.run(request, Session.ofThisProcess());
    System.out.println(report.diagnostics());
    System.exit(report.outcome().exitCode());
  }

  static Process start(String command, Path fleet) throws IOException {
    List<String> line =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            FleetProcess.class.getName(),
            command,
            fleet.toString());
    return new ProcessBuilder(line)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
