package io.tenantsmith.engine.command;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.DiskWords;
import io.tenantsmith.diagnostic.SourceLines;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.CommandName;
import io.tenantsmith.engine.CommandResult.NewFile;
import io.tenantsmith.engine.Front;
import io.tenantsmith.engine.InitOptions;
import io.tenantsmith.engine.InitResult;
import io.tenantsmith.engine.Outcome;
import io.tenantsmith.engine.Report;
import io.tenantsmith.engine.Request;
import io.tenantsmith.output.FileInTheWay;
import io.tenantsmith.output.LinkInTheWay;
import io.tenantsmith.output.NewFiles;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.scaffold.FleetFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes the files of a new fleet into a folder without one; what is there stays as it is. */
public record Init(InitOptions options) implements Command {

  private static final String GIT = ".git";

  @Override
  public Report run(Request request, Session session) {
    Path folder = request.directory();
    try {
      if (Files.exists(folder.resolve(FleetFiles.FLEET.value()))) {
        return refused(List.of(fleetIsThere()));
      }
      InitAnswers answers = InitAnswers.of(options, session, folder);
      List<Diagnostic> problems = answers.diagnostics();
      if (!problems.isEmpty()) {
        return refused(problems);
      }
      return write(folder, InitCheck.files(answers.values()), session.front());
    } catch (LinkInTheWay link) {
      return refused(List.of(inTheWay(link.path(), "a symbolic link, which may lead elsewhere")));
    } catch (FileInTheWay file) {
      return refused(List.of(inTheWay(file.path(), "a file where a folder has to be")));
    } catch (IOException e) {
      session.causes().accept(e);
      return ended(
          Outcome.ENVIRONMENT_FAILED,
          List.of(
              Diagnostic.error(
                      Code.INI904,
                      SourceRange.ofFile(folder.toString()),
                      "the files cannot be written: " + DiskWords.of(e))
                  .withHint("check the permissions of the folder and the free space")),
          null);
    }
  }

  private Report write(Path folder, SortedMap<RelativePath, byte[]> files, Front front)
      throws IOException {
    NewFiles disk = new NewFiles(folder);
    SortedSet<RelativePath> kept = disk.existing(files.keySet());
    SortedMap<RelativePath, byte[]> missing = new TreeMap<>(files);
    missing.keySet().removeAll(kept);
    if (!options.dryRun()) {
      disk.write(missing);
    }
    List<NewFile> listed = new ArrayList<>();
    for (RelativePath path : files.keySet()) {
      listed.add(new NewFile(path.value(), kept.contains(path) ? NewFile.KEPT : NewFile.NEW));
    }
    List<Diagnostic> notes = new ArrayList<>();
    for (RelativePath path : kept) {
      if (!isSame(folder.resolve(path.value()), files.get(path))) {
        notes.add(kept(path));
      }
    }
    if (!Files.exists(folder.resolve(GIT)) && isBelowRepository(folder)) {
      pipelines(files).forEach(path -> notes.add(notAtTheRoot(path)));
    }
    return ended(
        Outcome.DONE,
        notes,
        new InitResult(
            options.dryRun(), listed, options.dryRun() ? List.of() : next(folder, front)));
  }

  private static boolean isSame(Path file, byte @Nullable [] content) throws IOException {
    return Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content);
  }

  private static List<String> next(Path folder, Front front) {
    List<String> next = new ArrayList<>();
    Path here = Path.of("").toAbsolutePath();
    if (!folder.toAbsolutePath().normalize().equals(here)) {
      next.add("cd \"" + folder.normalize() + '"');
    }
    next.add(front.command(CommandName.GENERATE));
    if (!isBelowRepository(folder)) {
      next.add("git init -b main");
    }
    next.add("git add .");
    next.add("git commit -m \"A new fleet\"");
    next.add(front.command(CommandName.PUBLISH));
    return next;
  }

  private static boolean isBelowRepository(Path folder) {
    Path at = folder.toAbsolutePath().normalize();
    while (at != null) {
      if (Files.exists(at.resolve(GIT))) {
        return true;
      }
      at = at.getParent();
    }
    return false;
  }

  private static List<RelativePath> pipelines(SortedMap<RelativePath, byte[]> files) {
    return files.keySet().stream().filter(FleetFiles::isPipeline).toList();
  }

  private static Diagnostic fleetIsThere() {
    return Diagnostic.error(
            Code.INI903, SourceRange.ofFile(FleetFiles.FLEET.value()), "there is a fleet already")
        .withHint("run init in a folder without one; new adds a tenant to this one");
  }

  private static Diagnostic kept(RelativePath path) {
    return Diagnostic.note(
            Code.INI905, SourceRange.ofFile(path.value()), "there is another one, which stays")
        .withHint(
            switch (path.value()) {
              case ".gitattributes" -> "add this line to it: output/** -text";
              case ".gitignore" -> "add this line to it: target/";
              case "pom.xml" -> "add the plugin io.tenantsmith:tenantsmith-maven-plugin to it";
              default -> "compare it with what init writes into an empty folder";
            });
  }

  private static Diagnostic notAtTheRoot(RelativePath path) {
    return Diagnostic.note(
            Code.INI906,
            SourceRange.ofFile(path.value()),
            "pipelines are looked for at the root of the repository, which is above this folder")
        .withHint("move it there, and let its commands run in this folder");
  }

  private static Diagnostic inTheWay(String path, String what) {
    return Diagnostic.error(Code.INI904, SourceRange.ofFile(path), what)
        .withHint("move it away, or run init in another folder");
  }

  private static Report refused(List<Diagnostic> diagnostics) {
    return ended(Outcome.REFUSED, diagnostics, null);
  }

  private static Report ended(
      Outcome outcome, List<Diagnostic> diagnostics, @Nullable InitResult result) {
    return new Report(outcome, diagnostics.stream().sorted().toList(), result, 0, SourceLines.NONE);
  }
}
