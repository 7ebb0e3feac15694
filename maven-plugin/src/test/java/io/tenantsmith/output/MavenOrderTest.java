package io.tenantsmith.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.junit.jupiter.api.Test;

/** The guard against older versions orders versions as Maven does, of which only we have a copy. */
class MavenOrderTest {

  @Test
  void anyTwoVersionsAreInMavensOrder() {
    List<String> versions = versions();
    for (String one : versions) {
      for (String other : versions) {
        int ours = GeneratorVersion.of(one).compareTo(GeneratorVersion.of(other));
        int mavens = new ComparableVersion(one).compareTo(new ComparableVersion(other));
        assertThat(Integer.signum(ours))
            .as("%s and %s", one, other)
            .isEqualTo(Integer.signum(mavens));
      }
    }
  }

  /** Every form that a version of this project may have. */
  private static List<String> versions() {
    List<String> versions = new ArrayList<>();
    for (String number : List.of("0.1.0", "0.9.0", "0.10.0", "1.0.0", "1.0.1", "1.10.0", "2.0.0")) {
      for (String stage : List.of("", "-alpha.1", "-beta.2", "-rc.1", "-rc.2", "-rc.10")) {
        versions.add(number + stage);
        versions.add(number + stage + "-SNAPSHOT");
      }
    }
    return versions;
  }
}
