package io.tenantsmith.git.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.HttpsURLConnection;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/** One request. An answer that must end the run is thrown, before JGit acts on it. */
final class HttpsConnection extends JDKHttpConnection {

  private static final int MAX_WORDS = 2000;

  /** Logins that JGit can make; the last one needs a ticket of this machine and no password. */
  private static final Pattern PASSWORD = Pattern.compile("(?i)\\b(basic|digest|negotiate)\\b");

  private final HttpsURLConnection connection;
  private final HttpsConnections all;
  private boolean loginSent;

  HttpsConnection(PreparedUrl url, HttpsConnections all) throws IOException {
    super(url.prepared());
    this.connection = url.connection();
    this.all = all;
  }

  @Override
  public void setRequestProperty(String key, String value) {
    // What Kerberos sends is no password; after it JGit tries the password.
    loginSent |=
        key.equalsIgnoreCase("Authorization") && !value.regionMatches(true, 0, "Negotiate", 0, 9);
    super.setRequestProperty(key, value);
  }

  @Override
  public int getResponseCode() throws IOException {
    int status = super.getResponseCode();
    if (isRefusal(status)) {
      throw new HttpRefusal(answer(status));
    }
    return status;
  }

  private boolean isRefusal(int status) {
    if (status == HttpURLConnection.HTTP_UNAUTHORIZED) {
      // JGit would send the same login three times, which locks accounts.
      return loginSent || !all.loginAtHand() || !PASSWORD.matcher(challenges()).find();
    }
    if (status >= 300 && status < 400) {
      return !staysAtThisServer();
    }
    return status >= 400 || !isGit();
  }

  /** JGit takes any page for a list of branches. */
  private boolean isGit() {
    String query = connection.getURL().getQuery();
    return query == null
        || !query.startsWith("service=")
        || String.valueOf(connection.getContentType()).startsWith("application/x-git-");
  }

  /** A redirect to another server would take the login along. */
  private boolean staysAtThisServer() {
    String location = connection.getHeaderField("Location");
    if (location == null) {
      return false;
    }
    URL here = connection.getURL();
    try {
      URL there = here.toURI().resolve(new URI(location)).toURL();
      int asked = there.toString().indexOf("/info/refs");
      boolean stays =
          asked > 0
              && here.getProtocol().equalsIgnoreCase(there.getProtocol())
              && here.getHost().equalsIgnoreCase(there.getHost())
              && port(here) == port(there);
      if (stays) {
        all.moved(there.toString().substring(0, asked));
      }
      return stays;
    } catch (URISyntaxException | IllegalArgumentException | MalformedURLException e) {
      return false;
    }
  }

  private static int port(URL url) {
    return url.getPort() < 0 ? url.getDefaultPort() : url.getPort();
  }

  private HttpRefusal.Answer answer(int status) throws IOException {
    String reason = connection.getResponseMessage();
    return new HttpRefusal.Answer(
        connection.getURL(),
        status,
        reason == null ? "" : reason,
        loginSent,
        connection.getHeaderField("Location"),
        challenges(),
        words());
  }

  private String challenges() {
    return connection.getHeaderFields().entrySet().stream()
        .filter(header -> "WWW-Authenticate".equalsIgnoreCase(header.getKey()))
        .map(Map.Entry::getValue)
        .flatMap(List::stream)
        .map(value -> value.split("[ ,]", 2)[0])
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** What the server wants a person to read; a page of HTML is for browsers. */
  private String words() {
    String type = String.valueOf(connection.getContentType()).toLowerCase(Locale.ROOT);
    try (InputStream body = connection.getErrorStream()) {
      return body == null || !type.startsWith("text/plain")
          ? ""
          : new String(body.readNBytes(MAX_WORDS), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
