package io.tenantsmith.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maven's own order of the same versions: MavenOrderTest of the plugin. */
class GeneratorVersionTest {

  /** From old to new. */
  private static final List<String> ASCENDING =
      List.of(
          "",
          "0.1.0-SNAPSHOT",
          "0.1.0",
          "0.9.9",
          "0.10.0",
          "1.0.0-alpha1",
          "1.0.0-beta2",
          "1.0.0-rc.1-SNAPSHOT",
          "1.0.0-rc.1",
          "1.0.0-rc.2-SNAPSHOT",
          "1.0.0-rc.2",
          "1.0.0-rc.10",
          "1.0.0-SNAPSHOT",
          "1.0.0",
          "1.0.1-SNAPSHOT",
          "1.0.1",
          "1.1",
          "1.9.0",
          "1.10.0",
          "2",
          "20261128.1",
          "99999999999999999999");

  @Test
  void everyVersionIsNewerThanThoseBefore() {
    for (int i = 0; i < ASCENDING.size(); i++) {
      for (int j = 0; j < ASCENDING.size(); j++) {
        GeneratorVersion one = GeneratorVersion.of(ASCENDING.get(i));
        GeneratorVersion other = GeneratorVersion.of(ASCENDING.get(j));
        assertThat(Integer.signum(one.compareTo(other)))
            .as("%s and %s", one, other)
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1.0.0", "1.0.0-rc1,1-RC-1", "1.0.0.Final,1", "1.0-cr2,1.0-rc2", "1-a1,1-alpha-1"})
  void oneVersionMayBeWrittenInTwoWays(String one, String other) {
    assertThat(GeneratorVersion.of(one)).isEqualTo(GeneratorVersion.of(other));
  }
}
