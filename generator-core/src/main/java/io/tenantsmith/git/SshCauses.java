package io.tenantsmith.git;

import io.tenantsmith.git.ssh.SshFailure;
import java.util.Optional;

/** Reasons why a session over ssh did not come about. */
final class SshCauses implements CauseReader {

  @Override
  public Optional<RemoteFailure> read(CauseChain chain) {
    return chain
        .first(SshFailure.class)
        .map(known -> RemoteFailure.lasting(known.code(), known.fact(), known.hint()));
  }
}
