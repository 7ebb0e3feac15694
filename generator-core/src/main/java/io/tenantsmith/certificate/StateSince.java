package io.tenantsmith.certificate;

import io.tenantsmith.git.BranchHistory;
import io.tenantsmith.git.BranchHistory.PastCommit;
import io.tenantsmith.model.TenantState;
import io.tenantsmith.path.RelativePath;
import java.io.IOException;
import java.util.Optional;

/** Since which commit a tenant is in the state that the tip of a branch has. */
public final class StateSince {

  private StateSince() {}

  /**
   * The commit that brought the state; empty if the tip has another one, and where the history ends
   * before that commit.
   *
   * @param index where commits have the index
   */
  public static Optional<String> commit(
      BranchHistory history, RelativePath index, String tenant, TenantState state)
      throws IOException {
    String word = "\"state\": \"" + state.label() + "\"";
    Optional<String> since = Optional.empty();
    Optional<PastCommit> commit = history.next();
    while (commit.isPresent()
        && WrittenLine.of(tenant, commit.get().tree(), index).contains(word)) {
      since = Optional.of(commit.get().id().sha());
      commit = history.next();
    }
    return commit.isEmpty() && history.isCutOff() ? Optional.empty() : since;
  }
}
