package io.tenantsmith.surroundings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which proxy the variables of the environment name. */
class ProxyVariablesTest {

  @ParameterizedTest
  @CsvSource({
    "http://proxy.corp:3128, proxy.corp:3128, ",
    "proxy.corp:3128/, proxy.corp:3128, ",
    "http://proxy.corp, proxy.corp:1080, ",
    "http://[::1]:3128, [::1]:3128, ",
    "http://ann:p%40s%3As@proxy.corp:80, proxy.corp:80, ann/p@s:s",
    "http://ann:p@s:s+1@proxy.corp:80, proxy.corp:80, ann/p@s:s+1",
    "http://token@proxy.corp:80, proxy.corp:80, token/"
  })
  void isReadInEachForm(String value, String display, String login) throws Exception {
    HttpProxy proxy = proxy(Map.of("HTTPS_PROXY", value), "git.example.com").orElseThrow();
    assertThat(proxy.display()).isEqualTo(display);
    assertThat(proxy.user() == null ? null : proxy.user() + "/" + proxy.password())
        .isEqualTo(login);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://p:1", "socks5://p:1", "p:port", "http:///", "http://a b:1", "://x"})
  void isRefusedWithoutBeingPrinted(String value) {
    assertThatThrownBy(() -> proxy(Map.of("https_proxy", value), "git.example.com"))
        .isInstanceOf(ProxyProblem.class)
        .hasMessageStartingWith("https_proxy ")
        .hasMessageNotContaining(value);
  }

  @Test
  void oneForHttpsComesBeforeOneForAll() throws Exception {
    Map<String, String> both = Map.of("ALL_PROXY", "all:1", "HTTPS_PROXY", "https:1");
    assertThat(proxy(both, "git.example.com")).contains(HttpProxy.open("https", 1));
    assertThat(proxy(Map.of("all_proxy", "all:1", "HTTPS_PROXY", " "), "git.example.com"))
        .contains(HttpProxy.open("all", 1));
    assertThat(proxy(Map.of("HTTP_PROXY", "plain:1"), "git.example.com")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*                      | git.example.com | true",
        "example.com            | git.example.com | true",
        ".example.com           | git.example.com | true",
        "*.example.com          | git.example.com | true",
        "GIT.Example.com        | git.example.com | true",
        "ample.com              | git.example.com | false",
        "a.example.com, example.com:443 | git.example.com | true",
        "example.com:8443       | git.example.com | false",
        "10.0.0.0/8             | 10.20.30.40     | true",
        "10.0.0.0/16            | 10.20.30.40     | false",
        "10.20.30.40            | 10.20.30.40     | true",
        "10.20.30.4             | 10.20.30.40     | false",
        "10.0.0.0/8             | 10.example.com  | false",
        "fd00::/8               | fd12::1         | true",
        "fd00::/8               | 10.0.0.1        | false",
        "[::1]:443              | ::1             | true",
        "10.0.0.0/99            | 10.0.0.1        | false",
        "''                     | git.example.com | false"
      })
  void aServerMayBeExcepted(String list, String host, boolean excepted) throws Exception {
    Map<String, String> variables = Map.of("HTTPS_PROXY", "proxy:1", "NO_PROXY", list.strip());
    assertThat(proxy(variables, host).isEmpty()).isEqualTo(excepted);
  }

  private static Optional<HttpProxy> proxy(Map<String, String> variables, String host)
      throws ProxyProblem {
    return new ProxyVariables(name -> Optional.ofNullable(variables.get(name))).proxy(host, 443);
  }
}
