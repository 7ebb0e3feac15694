package io.tenantsmith.model;

import io.tenantsmith.diagnostic.Quoted;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a language model is asked by OpenAI's protocol.
 *
 * @param text the address as it is stated, without {@code /chat/completions}
 * @param host its host alone
 * @param port its port, which is that of its scheme unless it states one
 */
public record ModelAddress(String text, String host, int port) {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final int MAX_PORT = 65_535;
  private static final String ROUTE = "/chat/completions";

  /** No character that a shell, YAML or Kubernetes would read as something else. */
  private static final Pattern CHARACTERS =
      Pattern.compile("https?://[A-Za-z0-9._~!&'()*+,;=:/@%\\[\\]?#-]{1,2000}");

  private static final String HINT =
      "write the address as the model's maker names it, for instance https://llm.example.com/v1";

  /** Checks an address; credentials in it would be in Git for everybody to read. */
  public static Checked<String> check(String text) {
    Checked<String> open = WebAddress.withoutCredentials(text);
    if (open.value().isEmpty()) {
      return open;
    }
    Optional<URI> uri =
        Optional.of(text).filter(a -> CHARACTERS.matcher(a).matches()).flatMap(ModelAddress::uri);
    if (uri.isEmpty()) {
      return Checked.refused(Quoted.quote(text) + " is not a URL of https or http", HINT);
    }
    if (uri.get().getRawQuery() != null || uri.get().getRawFragment() != null) {
      return Checked.refused(
          // What is not repeated here may be a key.
          "the address has a query or a fragment",
          "write only what stands before it: " + ROUTE + " is put behind the address");
    }
    return uri.get().getRawPath().contains(ROUTE)
        ? Checked.refused(
            Quoted.quote(text) + " holds " + ROUTE, "leave that out: it is put behind the address")
        : Checked.ok(text);
  }

  /** The parts of an address that was checked. */
  public static ModelAddress of(String checked) {
    URI uri = URI.create(checked);
    return new ModelAddress(checked, uri.getHost(), port(uri));
  }

  /** A URL with a host and a port that there can be. */
  private static Optional<URI> uri(String text) {
    try {
      URI uri = new URI(text);
      boolean whole = uri.getHost() != null && uri.getPort() != 0 && uri.getPort() <= MAX_PORT;
      return whole ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Whether what is written to the model can be read on the way. */
  public boolean isInClear() {
    return text.startsWith("http://");
  }

  private static int port(URI uri) {
    if (uri.getPort() > 0) {
      return uri.getPort();
    }
    return "http".equals(uri.getScheme()) ? HTTP : HTTPS;
  }
}
