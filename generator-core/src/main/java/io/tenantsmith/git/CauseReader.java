package io.tenantsmith.git;

import java.util.Optional;

/** Knows some of the reasons why a transport fails. */
@FunctionalInterface
interface CauseReader {

  /** What the chain means, if this reader knows one of its links. */
  Optional<RemoteFailure> read(CauseChain chain);
}
