package io.tenantsmith.plan.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.plan.Amounts;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts before and after, as a reviewer compares them. */
class AmountPhraseTest {

  private static final long MI = 1024 * 1024;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1024 | 1536 | memory 1Gi -> 1.5Gi",
        "114752 | 113664 | memory 114,752Mi -> 113,664Mi",
        "1000 | 1024 | memory 1,000Mi -> 1,024Mi",
        "0 | 16384 | memory 0 -> 16Gi",
        "16384 | 0 | memory 16Gi -> 0",
        "1048576 | 1153434 | memory 1,048,576Mi -> 1,153,434Mi",
        "1048576 | 1048576 | ''"
      })
  void bothSidesHaveOneUnit(long before, long after, String words) {
    assertThat(AmountPhrase.change(memory(before), memory(after))).isEqualTo(words);
  }

  private static Amounts memory(long mebibytes) {
    return new Amounts(0, 0, mebibytes * MI, 0, new TreeMap<>());
  }
}
