package io.tenantsmith.engine;

import io.tenantsmith.diagnostic.Format;
import io.tenantsmith.diagnostic.Style;
import io.tenantsmith.engine.command.Check;
import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Generate;
import io.tenantsmith.engine.command.Offboard;
import io.tenantsmith.engine.command.Promote;
import io.tenantsmith.engine.command.Publish;
import io.tenantsmith.engine.command.Restore;
import io.tenantsmith.engine.command.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command in a process of its own, which can be killed, or started in another way. */
final class FleetProcess {

  /** A step of the one tenant of a sample copy, with all that a program states. */
  private static final StepOptions STEP =
      new StepOptions("acme-corp", null, StepOptions.Fields.NONE, new EditOptions(false, true));

  private FleetProcess() {}

  /**
   * How a process ended.
   *
   * @param code the launcher's exit code
   * @param said its diagnostics, a line each
   */
  record Ended(int code, String said) {}

  /** Takes the name of a command and the fleet's folder. */
  public static void main(String[] arguments) {
    Request request = Request.of(Path.of(arguments[1]));
    Report report = command(arguments[0]).run(request, Session.ofThisProcess());
    System.out.print(ReportText.inFormat(report, Format.LINE, Style.PLAIN));
    System.exit(report.outcome().exitCode());
  }

  private static Command command(String name) {
    return switch (name) {
      case "publish" -> new Publish(PublishOptions.NONE);
      case "check" -> new Check();
      case "generate" -> new Generate(false);
      case "offboard" -> new Offboard(STEP);
      case "restore" -> new Restore(STEP);
      case "promote" -> new Promote(new PromoteOptions(null, null, new EditOptions(false, true)));
      default -> throw new IllegalArgumentException(name);
    };
  }

  static Process start(String command, Path fleet) throws IOException {
    return new ProcessBuilder(line(command, fleet))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /**
   * Runs a command to its end.
   *
   * @param starter the program that starts Java, with its arguments
   * @param temporary where Java puts what it needs for a while
   */
  static Ended run(List<String> starter, Path temporary, String command, Path fleet)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(starter);
    List<String> java = line(command, fleet);
    line.addAll(java.subList(0, 1));
    line.add("-Djava.io.tmpdir=" + temporary);
    line.addAll(java.subList(1, java.size()));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }

  private static List<String> line(String command, Path fleet) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        FleetProcess.class.getName(),
        command,
        fleet.toString());
  }
}
