package io.tenantsmith.run;

import io.tenantsmith.json.JsonWriter;
import io.tenantsmith.model.PlainValue;
import io.tenantsmith.model.Reads;
import io.tenantsmith.output.Sha256;
import io.tenantsmith.surroundings.OwnCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Digest of all that a tenant's folder is made of: the values that were read to render it, and the
 * code that rendered it. No part of it is maintained by hand.
 */
final class Fingerprint {

  /** The launcher's jar holds libraries, too, whose versions are in a resource of ours. */
  private static final String OURS = "io/tenantsmith/";

  /** Packages that render nothing of a tenant; every other package counts, a new one too. */
  private static final List<String> ELSEWHERE =
      List.of(OURS + "git/", OURS + "publish/", OURS + "cli/", OURS + "scaffold/");

  private static final String CODE =
      OwnCode.digest(Fingerprint.class, Fingerprint::renders).orElse("UNKNOWN CODE");

  private Fingerprint() {}

  static String of(Reads reads) {
    List<Object> all = new ArrayList<>(List.of(CODE));
    reads.forEachValue((key, value) -> all.add(List.of(key.path(), PlainValue.of(value))));
    return Sha256.of(JsonWriter.line(all));
  }

  private static boolean renders(String entry) {
    return entry.startsWith(OURS) && ELSEWHERE.stream().noneMatch(entry::startsWith);
  }
}
