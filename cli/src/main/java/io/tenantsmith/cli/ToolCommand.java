package io.tenantsmith.cli;

import io.tenantsmith.engine.FleetPaths;
import io.tenantsmith.engine.Front;
import io.tenantsmith.engine.Questions;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.ReportText;
import io.tenantsmith.engine.Request;
import io.tenantsmith.engine.command.Command;
import io.tenantsmith.engine.command.Session;
import io.tenantsmith.surroundings.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The parts that all commands share: read the options, run the command, show the report. What a
 * command works on is said by {@link FleetCommand}, {@link FleetFilesCommand} or {@link
 * FolderCommand}.
 */
@CommandLine.Command(
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    abbreviateSynopsis = true,
    synopsisHeading = "Usage: ",
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:done, or nothing to do",
      " 1:the inputs or the output were refused; nothing was written",
      " 2:the output is not current or was edited by hand; a plan has changes",
      " 3:a guard refused",
      " 4:the environment failed: disk, Git or network",
      "64:wrong usage",
      "70:an internal error"
    })
abstract class ToolCommand implements Callable<Integer> {

  private final Screen screen;

  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup(validate = false, exclusive = false, heading = "%nReport:%n", order = 20)
  private ReportOptions options = new ReportOptions();

  ToolCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public final Integer call() {
    Request request = request(spec);
    Surroundings surroundings = screen.surroundings();
    Report report;
    Instant start = surroundings.now();
    List<Exception> causes = new ArrayList<>();
    try (ScreenProgress progress = ScreenProgress.on(screen)) {
      Questions questions =
          options.format().isForMachines()
              ? Questions.NONE
              : screen.questions(FleetPaths.of(request), options);
      Session session = new Session(surroundings, progress, questions, Front.LAUNCHER, causes::add);
      report = command().run(request, session).withoutFailuresOfTheEnd(surroundings);
    }
    Duration time = Duration.between(start, surroundings.now());
    screen.show(report, options, new ReportText.Reading(FleetPaths.of(request), time));
    if (debug()) {
      causes.forEach(cause -> cause.printStackTrace(screen.errWriter()));
      screen.flush();
    }
    return report.outcome().exitCode();
  }

  /** Whether stack traces are wanted. */
  final boolean debug() {
    return options.debug();
  }

  /** What to work on. */
  abstract Request request(CommandSpec spec);

  /** The command with its options. */
  abstract Command command();
}
