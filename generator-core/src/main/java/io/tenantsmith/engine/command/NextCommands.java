package io.tenantsmith.engine.command;

import io.tenantsmith.engine.CommandName;
import io.tenantsmith.engine.Front;
import io.tenantsmith.engine.Request;
import java.util.List;

/** What to type after a file of the fleet was written, from the same folder. */
final class NextCommands {

  private NextCommands() {}

  /** From a file of the inputs to the published tree. */
  static List<String> of(String file, Request request, Front front) {
    String folder = request.directory().normalize().toString();
    boolean here = folder.isEmpty() || front == Front.MAVEN;
    String there = '"' + folder + '"';
    String option = here ? "" : " " + front.option("directory") + " " + there;
    String git = here ? "git" : "git -C " + there;
    return List.of(
        front.command(CommandName.GENERATE) + option,
        git + " add " + file + " " + request.folders().output() + " && " + git + " commit",
        front.command(CommandName.PUBLISH) + option);
  }
}
