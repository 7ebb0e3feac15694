package io.tenantsmith.publish;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.git.InputFiles;
import io.tenantsmith.harness.IsolatedGit;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.surroundings.Surroundings;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A fleet's folder and a repository to publish to. */
final class PublishFixture {

  Path fleet;
  final Path bare;
  final IsolatedGit git;
  PublishMode mode = PublishMode.DIRECT;
  boolean create = true;
  String repository;
  String part = "";
  String branch = "environment/prod";
  Surroundings surroundings = Surroundings.ofThisProcess();
  PublishTarget.GuardLimits guards = limits(1, 10, null, null);
  List<Diagnostic> guarded = List.of();
  String described = "";

  PublishFixture(Path folder) {
    fleet = folder.resolve("fleet");
    bare = folder.resolve("out/gitops.git");
    git = new IsolatedGit(bare);
    repository = "../out/gitops.git";
    fleet.toFile().mkdirs();
  }

  static PublishTarget.GuardLimits limits(
      int removed, int percent, @Nullable Integer allowRemoved, @Nullable Integer allowChanged) {
    SourceRange place = SourceRange.at("fleet.yaml", 9, 3);
    return new PublishTarget.GuardLimits(
        new Sourced<>(removed, place),
        new Sourced<>(percent, place),
        new PublishTarget.Permits(
            option("--allow-removed", allowRemoved),
            option("--allow-changed", allowChanged),
            false,
            List.of()));
  }

  private static <T> PublishTarget.@Nullable Given<T> option(String name, @Nullable T value) {
    return value == null ? null : new PublishTarget.Given<>(value, name, SourceRange.ofFile(name));
  }

  PublishTarget target() {
    return new PublishTarget(
        new PublishTarget.Destination(
            given("publish.repository", repository), given("publish.branch", branch), mode, create),
        new PublishTarget.Author("Tenantsmith", "tenantsmith@example.com", "none"),
        new PublishTarget.Origin(
            fleet, "https://git.example.com/platform/fleet.git", inputs(), part),
        guards,
        SourceRange.ofFile("fleet.yaml"));
  }

  /** Permits this and nothing else. */
  void permit(boolean dirty, String... replacedInputs) {
    guards =
        new PublishTarget.GuardLimits(
            guards.maxRemovedTenants(),
            guards.maxChangedPercent(),
            new PublishTarget.Permits(
                null,
                null,
                dirty,
                Stream.of(replacedInputs).map(id -> option("--replace-input", id)).toList()));
  }

  /** All files of the fleet's folder and of its folder tenants are inputs. */
  private InputFiles inputs() {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    for (String folder : new String[] {"", "tenants/"}) {
      File[] files =
          fleet.resolve(folder).toFile().listFiles((dir, name) -> name.endsWith(".yaml"));
      for (File file : files == null ? new File[0] : files) {
        contents.put(folder + file.getName(), read(file));
      }
    }
    return new InputFiles(fleet, List.of("tenants"), contents);
  }

  private static byte[] read(File file) {
    try {
      return Files.readAllBytes(file.toPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PublishTarget.Given<String> given(String name, String value) {
    return new PublishTarget.Given<>(value, name, SourceRange.ofFile("fleet.yaml"));
  }

  Result<Published> publish(Map<String, String> files) {
    return publish(base -> PlainTree.of(files));
  }

  /** Publishes what is made of the base's files, as the engine does: try after try. */
  Result<Published> publish(Function<OwnershipIndex, PlainTree> source) {
    try (Publication publication = Publication.open(target(), surroundings)) {
      Optional<PublishAttempt> next = publication.next();
      while (next.isPresent()) {
        PublishAttempt attempt = next.get();
        PlainTree tree = source.apply(PlainComparison.index(attempt.base()));
        attempt.commit(
            PlainComparison.plan(attempt.base(), tree, attempt.sink()), guarded, described);
        next = publication.next();
      }
      return publication.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Published.Ending ending(Map<String, String> files) {
    return publish(files).value().orElseThrow().ending();
  }

  static List<Code> codes(Result<?> result) {
    return result.diagnostics().stream().map(Diagnostic::code).toList();
  }

  String show(String path) throws IOException {
    return git.run("show", branch + ":" + path);
  }

  int commits() throws IOException {
    return Integer.parseInt(git.run("rev-list", "--count", branch));
  }

  /** Commits a change of somebody else, straight on the branch. */
  void commitByHand(Path scratch, String script) throws IOException {
    if (!scratch.toFile().exists()) {
      new IsolatedGit(bare.getParent())
          .run("clone", "-q", "-b", "environment/prod", bare.toString(), scratch.toString());
    }
    IsolatedGit clone = new IsolatedGit(scratch);
    clone.run("pull", "-q");
    clone.run("-c", "alias.do=!" + script, "do");
    clone.run("add", "-A");
    clone.run("commit", "-q", "-m", "by hand");
    clone.run("push", "-q");
  }
}
