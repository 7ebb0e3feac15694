package io.tenantsmith.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteNameTest {

  @ParameterizedTest
  @CsvSource({
    "example.com, example.com",
    "auth.example.com, example.com",
    "a.b.c.example.com, example.com",
    "shop.example.co.uk, example.co.uk",
    "example.co.uk, example.co.uk",
    // a suffix alone is nobody's site, but a host name may be one
    "co.uk, co.uk",
    "shop.example.com.au, example.com.au",
    "co.example.com, example.com",
    "www.com.de, com.de",
    "xn--mller-kva.de, xn--mller-kva.de"
  })
  void isWhatSomebodyRegistered(String host, String site) {
    assertThat(SiteName.of(new HostName(host)).value()).isEqualTo(site);
  }
}
