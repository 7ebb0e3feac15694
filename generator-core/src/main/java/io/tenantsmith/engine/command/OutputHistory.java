package io.tenantsmith.engine.command;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.DiskWords;
import io.tenantsmith.diagnostic.Quoted;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.Request;
import io.tenantsmith.engine.Tool;
import io.tenantsmith.git.EnclosingRepository;
import io.tenantsmith.git.FileInHistory;
import io.tenantsmith.git.GitSystem;
import io.tenantsmith.git.InputHistory;
import io.tenantsmith.git.RepositoryAddress;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.PublishedOutput;
import io.tenantsmith.model.PublishedTenant;
import io.tenantsmith.model.PublishedWave;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.output.CurrentTree;
import io.tenantsmith.output.IndexReader;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.run.LoadedFleet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which tenants of an output folder are published, as far as this machine knows: those of the index
 * that is committed around the folder, else those on the branch of a repository at a path. What was
 * only rendered is nobody's yet. docs/adr/0025-what-published-means.md says why.
 */
final class OutputHistory {

  private final Request request;
  private final Session session;
  private final IndexReader reader;

  OutputHistory(Request request, Session session, IndexReader reader) {
    this.request = request;
    this.session = session;
    this.reader = reader;
  }

  /** What is published of a fleet: unknown where nothing here says so, none if it is unreadable. */
  static Result<PublishedOutput> of(LoadedFleet fleet, Request request, Session session) {
    IndexReader reader = new IndexReader(request.folders().output(), Tool.nameAndVersion());
    return new OutputHistory(request, session, reader)
        .published(Optional.ofNullable(fleet.workspace().fleet()));
  }

  /** Says that it is not known what is published, to whom goes on all the same. */
  static List<Diagnostic> doubts(
      Result<PublishedOutput> published, LoadedFleet fleet, String whatElse) {
    if (published.value().filter(PublishedOutput::isKnown).isPresent()) {
      return List.of();
    }
    // An edit works without a network; a plan is what asks the server.
    String hint =
        isElsewhere(fleet) ? whatElse + "; a plan with base published reads it" : whatElse;
    return published.diagnostics().stream().map(d -> d.asWarning().withHint(hint)).toList();
  }

  private static boolean isElsewhere(LoadedFleet fleet) {
    return Optional.ofNullable(fleet.workspace().fleet())
        .flatMap(known -> known.publish().pushTarget())
        .map(target -> RepositoryAddress.of(target.value()).kind())
        .filter(kind -> kind != RepositoryAddress.Kind.PATH)
        .isPresent();
  }

  /**
   * What is published: an unknown output, with the reason, where nothing here says so; none if that
   * could not be read.
   */
  Result<PublishedOutput> published(Optional<Fleet> fleet) {
    try {
      Optional<FileInHistory> file = index();
      if (file.isEmpty()) {
        return onBranch("the folder is in no Git repository", fleet);
      }
      return switch (file.get().standing()) {
        case COMMITTED -> committed(file.get());
        case NOT_COMMITTED ->
            Result.of(new PublishedOutput("what is committed", List.of(), List.of()));
        case IGNORED -> onBranch("Git ignores the folder", fleet);
      };
    } catch (IOException e) {
      return Result.failed(unreadable(e));
    }
  }

  /** What the commit has of a folder that is not there; empty if it has nothing. */
  Optional<PublishedOutput> committed() {
    try {
      Optional<FileInHistory> file = index();
      return file.isPresent() && file.get().standing() == FileInHistory.Standing.COMMITTED
          ? committed(file.get()).value()
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The index in the repository around it; empty if there is none. */
  private Optional<FileInHistory> index() throws IOException {
    Path folder = request.directory().resolve(request.folders().output());
    Optional<EnclosingRepository> place =
        EnclosingRepository.of(folder.resolve(OwnershipIndex.PATH.value()));
    if (place.isEmpty()) {
      return Optional.empty();
    }
    GitSystem.install(session.surroundings());
    return Optional.of(FileInHistory.of(place.get()));
  }

  private Result<PublishedOutput> committed(FileInHistory file) throws IOException {
    return tenants("the output that is committed", file.committed());
  }

  private Result<PublishedOutput> onBranch(String where, Optional<Fleet> fleet) throws IOException {
    Optional<Sourced<String>> target = fleet.flatMap(known -> known.publish().pushTarget());
    if (fleet.isEmpty() || target.isEmpty()) {
      return unknown(where, "no publish.repository is named");
    }
    RepositoryAddress address = RepositoryAddress.of(target.get().value());
    if (address.kind() != RepositoryAddress.Kind.PATH) {
      return unknown(where, "publish.repository is not on this machine");
    }
    Fleet.Publish publish = fleet.get().publish();
    String branch = publish.branch().value();
    GitSystem.install(session.surroundings());
    Path repository = request.directory().toAbsolutePath().resolve(address.text()).normalize();
    Optional<List<byte[]>> tip =
        FileInHistory.atTip(repository, branch, OwnershipIndex.PATH.value());
    if (tip.isEmpty() && !publish.create()) {
      return unknown(where, "publish.repository is not there");
    }
    return tenants("what is published on " + Quoted.escape(branch), tip.orElse(List.of()));
  }

  /** The tenants and roll-outs of all indexes, each as the first one has it. */
  private Result<PublishedOutput> tenants(String name, List<byte[]> indexes) throws IOException {
    SortedMap<String, PublishedTenant> tenants = new TreeMap<>();
    SortedMap<String, PublishedWave> waves = new TreeMap<>();
    for (byte[] index : indexes) {
      Result<CurrentTree> read = reader.read(path -> only(path, index));
      if (read.value().isEmpty()) {
        return Result.failed(read.diagnostics());
      }
      for (PublishedTenant tenant : read.value().get().index().tenants()) {
        tenants.putIfAbsent(tenant.id().value(), tenant);
      }
      for (PublishedWave wave : read.value().get().index().waves()) {
        waves.putIfAbsent(wave.tier(), wave);
      }
    }
    return Result.of(
        new PublishedOutput(name, List.copyOf(tenants.values()), List.copyOf(waves.values())));
  }

  private static Optional<byte[]> only(RelativePath path, byte[] index) {
    return path.equals(OwnershipIndex.PATH) ? Optional.of(index) : Optional.empty();
  }

  private Result<PublishedOutput> unknown(String where, String target) {
    String output = request.folders().output();
    Diagnostic reason =
        Diagnostic.error(
                Code.LIF110,
                SourceRange.ofFile(output + "/" + OwnershipIndex.PATH),
                "it is not known what of this was ever published: " + where + ", and " + target)
            .withHint(
                "if what is reported beside this never was, remove the folder "
                    + Quoted.escape(output)
                    + " and run generate");
    return Result.of(PublishedOutput.NONE, List.of(reason));
  }

  private static Diagnostic unreadable(IOException problem) {
    return Diagnostic.error(
            Code.PUB710,
            SourceRange.ofFile(".git"),
            Code.PUB710.title() + ": " + DiskWords.withPlace(problem))
        .withHint(InputHistory.REPAIR);
  }
}
