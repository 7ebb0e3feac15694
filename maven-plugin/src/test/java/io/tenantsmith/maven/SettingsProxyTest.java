package io.tenantsmith.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantsmith.surroundings.HttpProxy;
import java.util.List;
import org.apache.maven.settings.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which proxy of settings.xml is used. */
class SettingsProxyTest {

  @Test
  void oneForHttpsComesFirst() {
    SettingsProxy proxies =
        new SettingsProxy(
            List.of(proxy("http", "plain"), inactive("https", "old"), proxy("https", "secure")));
    assertThat(proxies.of("git.example.com")).contains(HttpProxy.open("secure", 3128));
  }

  @Test
  void oneForHttpServesWhereThereIsNoOther() {
    SettingsProxy proxies = new SettingsProxy(List.of(proxy("http", "plain")));
    assertThat(proxies.of("git.example.com")).contains(HttpProxy.open("plain", 3128));
  }

  @Test
  void noneIsStatedWhereAllAreSwitchedOff() {
    assertThat(new SettingsProxy(List.of(inactive("https", "old"))).isStated()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "git.example.com, true",
    "GIT.example.COM, true",
    "example.com, false",
    "gitxexample.com, false",
    "localhost, true",
    "10.0.0.7, true",
    "10x0.0.7, false"
  })
  void aHostMayBeExcepted(String host, boolean excepted) {
    Proxy proxy = proxy("https", "secure");
    proxy.setNonProxyHosts("*.example.com|localhost,10.0.*");
    assertThat(new SettingsProxy(List.of(proxy)).of(host).isEmpty()).isEqualTo(excepted);
  }

  @Test
  void aLoginGoesAlongAndIsNotPrinted() {
    Proxy proxy = proxy("https", "secure");
    proxy.setUsername("björn");
    proxy.setPassword("s3cret");
    assertThat(new SettingsProxy(List.of(proxy)).of("git.example.com"))
        .contains(new HttpProxy("secure", 3128, "björn", "s3cret"))
        .hasToString("Optional[secure:3128]");
  }

  private static Proxy proxy(String protocol, String host) {
    Proxy proxy = new Proxy();
    proxy.setProtocol(protocol);
    proxy.setHost(host);
    proxy.setPort(3128);
    return proxy;
  }

  private static Proxy inactive(String protocol, String host) {
    Proxy proxy = proxy(protocol, host);
    proxy.setActive(false);
    return proxy;
  }
}
