package io.tenantsmith.planning.side;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.DiskWords;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.Progress;
import io.tenantsmith.engine.Request;
import io.tenantsmith.git.CommitId;
import io.tenantsmith.git.CommittedFiles;
import io.tenantsmith.git.InputCommits;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.run.FormerFleet;
import io.tenantsmith.run.Inputs;
import io.tenantsmith.run.JudgedFleet;
import io.tenantsmith.run.LoadedFleet;
import io.tenantsmith.source.SourceReader;
import io.tenantsmith.source.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The inputs that a commit holds, through the same stages as those on disk. What cannot be had is
 * said in words, since a plan goes on without it.
 *
 * @param inputs null if they cannot be had
 * @param unknown why they cannot be had, with what to do; empty if they are here
 * @param diagnostics what is wrong with them by the rules of today, as warnings
 */
record CommitInputs(@Nullable OldInputs inputs, String unknown, List<Diagnostic> diagnostics) {

  /** Copies the list. */
  CommitInputs {
    diagnostics = List.copyOf(diagnostics);
  }

  static CommitInputs unknown(String why) {
    return new CommitInputs(null, why, List.of());
  }

  /**
   * Reads them.
   *
   * @param tree what their tenants follow
   */
  static CommitInputs read(
      Wanted wanted, InputCommits commits, CommitId commit, OwnershipIndex tree) {
    try {
      if (!commits.has(commit)) {
        String way = commits.isShallow() ? "fetch-depth: 0" : "git fetch";
        return unknown("commit " + commit.abbreviated() + " is not in this clone (" + way + ")");
      }
      try (CommittedFiles files = commits.files(commit)) {
        return read(wanted, files, commit, tree);
      }
    } catch (UncheckedIOException e) {
      return unreadable(commit, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      return unreadable(commit, e);
    }
  }

  private static CommitInputs unreadable(CommitId commit, IOException cause) {
    return unknown(
        "commit "
            + commit.abbreviated()
            + (cause instanceof CommittedFiles.MissingContentException
                ? " is here without its files (git fetch --refetch)"
                : " cannot be read: " + DiskWords.withPlace(cause)));
  }

  Optional<OldInputs> known() {
    return Optional.ofNullable(inputs);
  }

  private static CommitInputs read(
      Wanted wanted, CommittedFiles files, CommitId commit, OwnershipIndex tree) {
    Request request = wanted.request();
    Request.Folders folders = request.folders();
    JudgedFleet now = wanted.present();
    Result<SourceTree> sources =
        new SourceReader(
                new CommittedTree(files, now.loaded().sources().contents()),
                request.directory().toString(),
                new SourceReader.Names(folders.fleet(), folders.tenants(), folders.tiers()))
            .read();
    if (sources.value().isEmpty()) {
      return unknown("commit " + commit.abbreviated() + " holds no fleet in this folder");
    }
    LoadedFleet loaded =
        new Inputs(request, Progress.NONE, List.of()).read(sources.value().get(), now.loaded());
    List<Diagnostic> mistakes = new ArrayList<>(sources.diagnostics());
    mistakes.addAll(loaded.diagnostics());
    mistakes.removeIf(found -> !found.isError());
    Optional<FormerFleet> fleet = FormerFleet.of(loaded, now, tree);
    if (fleet.isEmpty()) {
      return unknown(unreadable(request, commit, mistakes));
    }
    return new CommitInputs(
        new OldInputs(commit, loaded, fleet.get().settled()),
        "",
        warnings(commit, mistakes, fleet.get().leftOut()));
  }

  private static String unreadable(Request request, CommitId commit, List<Diagnostic> mistakes) {
    String file = request.folders().fleet();
    return mistakes.stream()
        .filter(found -> found.range().file().equals(file))
        .findFirst()
        .map(
            found ->
                found.range().display()
                    + (" of commit " + commit.abbreviated() + " cannot be read: ")
                    + found.message())
        .orElse("commit " + commit.abbreviated() + " cannot be rendered by this version");
  }

  private static List<Diagnostic> warnings(
      CommitId commit, List<Diagnostic> mistakes, List<String> leftOut) {
    List<Diagnostic> warnings = new ArrayList<>();
    if (!mistakes.isEmpty()) {
      Diagnostic first = mistakes.get(0);
      long files = mistakes.stream().map(found -> found.range().file()).distinct().count();
      String which = files == 1 ? "1 file" : files + " files";
      warnings.add(
          Diagnostic.warning(
                  Code.PLN985,
                  in(commit, first.range()),
                  which
                      + " of that commit cannot be read as today's inputs are: "
                      + first.message())
              .withHint(
                  "the plan compares with what could be read of them, and shows as new what could"
                      + " not"));
    }
    for (String file : leftOut) {
      warnings.add(
          Diagnostic.warning(
                  Code.PLN986,
                  in(commit, SourceRange.ofFile(file)),
                  "this tenant of that commit cannot be rendered any more")
              .withHint("the plan shows it as new; compare with what is published to see more"));
    }
    return warnings;
  }

  /** A place as Git names it: the file of today has other lines, if it is there at all. */
  private static SourceRange in(CommitId commit, SourceRange place) {
    return place.renamed(file -> commit.abbreviated() + ":" + file);
  }
}
