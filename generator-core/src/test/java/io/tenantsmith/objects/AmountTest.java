package io.tenantsmith.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1000",
    "250m, 250",
    "1.5, 1500",
    ".5, 500",
    "2., 2000",
    "3Ki, 3072000",
    "1Mi, 1048576000",
    "2Gi, 2147483648000",
    "1Ti, 1099511627776000",
    "2k, 2000000",
    "1M, 1000000000",
    "1e3, 1000000",
    "2E2, 200000",
    "999999Gi, 1073740750258176000",
    "1000000Ki, 1024000000000",
    "9999999Ei, 9223372036854775807"
  })
  void readsWhatKubernetesReads(String text, long milli) {
    assertThat(Amount.of(text)).isEqualTo(new Amount(milli));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "m", "1MB", "1 Gi", "-1", "1gi", "much", ".", "1e100", "1Mib"})
  void readsNothingElse(String text) {
    assertThat(Amount.of(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "000, 0",
    "007, 7",
    "1, 1",
    "1000, 1k",
    "1500, 1500",
    "1000m, 1",
    "1500m, 1500m",
    "1m, 1m",
    "1.001, 1001m",
    "0.5, 500m",
    "1.50, 1500m",
    "100k, 100k",
    "1000k, 1M",
    "1000M, 1G",
    "1000T, 1P",
    "1000P, 1E",
    "1023Ki, 1023Ki",
    "1Ki, 1Ki",
    "1024Ki, 1Mi",
    "1024Mi, 1Gi",
    "1536Mi, 1536Mi",
    "0.5Gi, 512Mi",
    "0.5Ki, 512",
    "0Gi, 0",
    "1024Ti, 1Pi",
    "1024Pi, 1Ei",
    "5Ei, 5Ei",
    "1024Ei, 1024Ei",
    "1000E, 1000E",
    "1234567, 1234567",
    "1234567Ki, 1234567Ki"
  })
  void writesWhatAServerKeeps(String text, String kept) {
    assertThat(Amount.canonical(node(text))).isEqualTo(kept);
    if (!text.equals(kept)) {
      assertThat(Amount.isCanonical(text)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0", "1", "999", "1001", "123456", "250m", "7k", "7M", "7G", "7T", "1023Ki", "3Mi"
      })
  void seesAtAGlanceWhatAServerKeeps(String text) {
    assertThat(Amount.isCanonical(text)).isTrue();
    assertThat(Amount.canonical(node(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e3", "0.5m", "512MB"})
  void hasNoFormForWhatNobodyNeeds(String text) {
    assertThat(Amount.canonical(node(text))).isNull();
    assertThat(Amount.isCanonical(text)).isFalse();
  }

  @Test
  void calculates() {
    Amount amount = Amount.of(3);
    assertThat(amount.plus(new Amount(500)).decimal()).isEqualTo("3500m");
    assertThat(amount.times(4).decimal()).isEqualTo("12");
    assertThat(new Amount(Long.MAX_VALUE).times(2).plus(amount))
        .isEqualTo(new Amount(Long.MAX_VALUE));
    assertThat(Amount.of(3L << 30).binary()).isEqualTo("3Gi");
    assertThat(Amount.of(1000).binary()).isEqualTo("1000");
    assertThat(new Amount(1).binary()).isEqualTo("1m");
    assertThat(amount).isGreaterThan(Amount.ZERO);
  }

  @Test
  void readsNumbersAndNoMaps() {
    Node node = Node.of(Map.of("a", 2, "b", 0.25, "c", Map.of()));
    assertThat(Amount.of(node.get("a"))).isEqualTo(new Amount(2000));
    assertThat(Amount.of(node.get("b"))).isEqualTo(new Amount(250));
    assertThat(Amount.of(node.get("c"))).isNull();
    assertThat(Amount.of(node.get("d"))).isNull();
  }

  private static Node node(String text) {
    return new Node(null, "", text);
  }
}
