package io.tenantsmith.harness;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the contracts and goldens that lie in a folder beside the project, if they do. */
public final class Contracts {

  private static final String PROPERTY = "tenantsmith.contracts";

  private Contracts() {}

  /** A path below the shared folder; skips the test, loudly, where there is none. */
  public static Path path(String child) {
    String stated = System.getProperty(PROPERTY);
    Path found =
        stated == null ? above(Path.of("").toAbsolutePath(), child) : Path.of(stated, child);
    if (found == null || !Files.exists(found)) {
      String message = "skipped: contracts not found: " + child;
      System.out.println(message);
      return abort(message);
    }
    return found;
  }

  /** The contract of Kubernetes, which is long and read once. */
  public static KubernetesContract kubernetes() {
    path("contracts"); // Skips before the class below is loaded.
    return Read.KUBERNETES;
  }

  private static Path above(Path start, String child) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      Path candidate = folder.resolve("shared").resolve(child);
      if (Files.exists(candidate)) {
        return candidate;
      }
    }
    return null;
  }

  private static final class Read {
    static final KubernetesContract KUBERNETES = new KubernetesContract(path("contracts"));
  }
}
