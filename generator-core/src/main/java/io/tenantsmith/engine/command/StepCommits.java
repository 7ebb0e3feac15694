package io.tenantsmith.engine.command;

import io.tenantsmith.certificate.StateSince;
import io.tenantsmith.engine.Request;
import io.tenantsmith.git.BranchHistory;
import io.tenantsmith.git.EnclosingRepository;
import io.tenantsmith.git.GitSystem;
import io.tenantsmith.git.RepositoryAddress;
import io.tenantsmith.model.Fleet;
import io.tenantsmith.model.Sourced;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.output.OwnershipIndex;
import io.tenantsmith.path.RelativePath;
import io.tenantsmith.publish.PublishAttempt;
import io.tenantsmith.steps.StepHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which commits of the branch that is synced took the steps that are published. What cannot be read
 * is not known: a plan is worth reading without it.
 */
record StepCommits(Session session, Opening opening) implements StepHistory {

  /** Opens a history; empty if there is none here. */
  @FunctionalInterface
  interface Opening {
    Optional<Synced> open() throws IOException;
  }

  /**
   * The history of what is synced.
   *
   * @param index where its commits have the index
   */
  record Synced(BranchHistory history, RelativePath index) {}

  /** Those of the branch that is published to. */
  static StepHistory of(PublishAttempt attempt, Session session) {
    return new StepCommits(
        session, () -> attempt.history().map(history -> new Synced(history, OwnershipIndex.PATH)));
  }

  /** Those of the branch at a path, else of the output that is committed; no server is asked. */
  static StepHistory of(Fleet fleet, Request request, Session session) {
    return new StepCommits(session, () -> here(fleet, request, session));
  }

  @Override
  public Optional<String> since(String tenant, TenantState published) {
    try {
      Optional<Synced> synced = opening.open();
      if (synced.isEmpty()) {
        return Optional.empty();
      }
      try (BranchHistory history = synced.get().history()) {
        return StateSince.commit(history, synced.get().index(), tenant, published);
      }
    } catch (IOException e) {
      session.causes().accept(e);
      return Optional.empty();
    }
  }

  private static Optional<Synced> here(Fleet fleet, Request request, Session session)
      throws IOException {
    GitSystem.install(session.surroundings());
    Optional<Sourced<String>> target = fleet.publish().pushTarget();
    if (target.isPresent()) {
      RepositoryAddress address = RepositoryAddress.of(target.get().value());
      Path place = request.directory().toAbsolutePath().resolve(address.text()).normalize();
      return address.kind() == RepositoryAddress.Kind.PATH
          ? BranchHistory.ofBranch(place, fleet.publish().branch().value())
              .map(history -> new Synced(history, OwnershipIndex.PATH))
          : Optional.empty();
    }
    Path folder = request.directory().resolve(request.folders().output());
    Optional<EnclosingRepository> around =
        EnclosingRepository.of(folder.resolve(OwnershipIndex.PATH.value()));
    return around.isEmpty()
        ? Optional.empty()
        : BranchHistory.around(around.get())
            .map(history -> new Synced(history, RelativePath.of(around.get().path())));
  }
}
