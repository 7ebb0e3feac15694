package io.tenantsmith.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

  @ParameterizedTest
  @CsvSource({
    "169.254.20.10, 169.254.20.10/32",
    "10.0.0.0/29, 10.0.0.0/29",
    "fd00::a, fd00::a/128",
    "fd00::/64, fd00::/64"
  })
  void oneAddressIsARangeOfOne(String text, String range) {
    assertThat(AddressRange.ofAddress(text).value()).contains(range);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.300",
        "10.0.0",
        "fd00::0a",
        "10.0.0.1/24",
        "kube-dns",
        "",
        "::ffff:10.0.0.1"
      })
  void refusesWhatIsNone(String text) {
    assertThat(AddressRange.ofAddress(text).value()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.64.0.0/12, 10.64.7.0/24, true",
    "10.64.7.0/24, 10.64.0.0/12, true",
    "10.80.0.0/12, 10.64.0.0/12, false",
    "0.0.0.0/0, 192.0.2.1/32, true",
    "::/0, 10.0.0.0/8, false",
    "fd00:64::a/128, fd00:64::/48, true",
    "fd00:65::a/128, fd00:64::/48, false",
    "10.0.0.7/32, 10.0.0.7/32, true"
  })
  void overlapIsToHaveOneAddressInCommon(String one, String other, boolean overlap) {
    assertThat(AddressRange.overlap(one, other)).isEqualTo(overlap);
    assertThat(AddressRange.overlap(other, one)).isEqualTo(overlap);
  }
}
