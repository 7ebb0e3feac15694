package io.tenantsmith.git.ssh;

import java.util.List;

/**
 * A host whose key nobody vouches for.
 *
 * @param host as known_hosts files name it, with the port if that is not 22
 * @param offered kind and fingerprint of the key that it showed
 * @param known kinds and fingerprints of the keys that it should have shown; empty for a stranger
 * @param files where known hosts were looked for
 * @param revoked whether the key is listed as one that must not be trusted
 */
record RefusedHost(
    String host, String offered, List<String> known, List<String> files, boolean revoked) {

  RefusedHost {
    known = List.copyOf(known);
    files = List.copyOf(files);
  }
}
