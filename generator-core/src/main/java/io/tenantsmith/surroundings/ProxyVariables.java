package io.tenantsmith.surroundings;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The proxy that environment variables name, as Git, curl and most tools read them: {@code
 * https_proxy} or {@code HTTPS_PROXY}, else the same of {@code all_proxy}, unless {@code no_proxy}
 * or {@code NO_PROXY} takes the host out.
 */
record ProxyVariables(Function<String, Optional<String>> environment) {

  private static final int USUAL_PORT = 1080;
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?(?:(?<login>.*)@)?"
              + "(?<host>\\[[0-9A-Fa-f:.]+]|[^:/@\\[\\]\\s]+)(?::(?<port>[0-9]{1,5}))?/?");

  /** The proxy for a server; empty for a direct connection. */
  Optional<HttpProxy> proxy(String host, int port) throws ProxyProblem {
    for (String name : new String[] {"https_proxy", "all_proxy"}) {
      String upper = name.toUpperCase(java.util.Locale.ROOT);
      for (String variable : new String[] {name, upper}) {
        Optional<String> value = environment.apply(variable).filter(text -> !text.isBlank());
        if (value.isPresent()) {
          return isExcepted(host, port)
              ? Optional.empty()
              : Optional.of(parse(variable, value.get()));
        }
      }
    }
    return Optional.empty();
  }

  private boolean isExcepted(String host, int port) {
    return environment
        .apply("no_proxy")
        .or(() -> environment.apply("NO_PROXY"))
        .filter(list -> new ProxyExceptions(list).hold(host, port))
        .isPresent();
  }

  private static HttpProxy parse(String variable, String value) throws ProxyProblem {
    Matcher parts = FORM.matcher(value.strip());
    if (!parts.matches()) {
      throw new ProxyProblem(variable + " is not of the form http://user:password@host:port");
    }
    String scheme = parts.group("scheme");
    if (scheme != null && !scheme.equalsIgnoreCase("http")) {
      throw new ProxyProblem(variable + " names a proxy of kind " + scheme + "; only http works");
    }
    String port = parts.group("port");
    String host = parts.group("host").replaceAll("[\\[\\]]", "");
    int number = port == null ? USUAL_PORT : Integer.parseInt(port);
    String login = parts.group("login");
    if (login == null) {
      return HttpProxy.open(host, number);
    }
    int colon = login.indexOf(':');
    String user = colon < 0 ? login : login.substring(0, colon);
    return new HttpProxy(
        host, number, decoded(user), colon < 0 ? "" : decoded(login.substring(colon + 1)));
  }

  /** Percent signs stand for bytes; a plus is a plus. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
