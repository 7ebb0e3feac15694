package io.tenantsmith.model;

import io.tenantsmith.diagnostic.Quoted;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Addresses on the web; credentials in one would end in Git for everybody to read. */
public final class WebAddress {

  private static final int MAX_LENGTH = 2008;
  // What git, a shell or a template would read as something else is left out.
  private static final Pattern REPOSITORY =
      Pattern.compile("[A-Za-z0-9_./~\\[][A-Za-z0-9_./~:@%+=?&,\\[\\]\\\\-]{0,499}");
  private static final String HINT =
      "write an address that begins with https:// and holds no user name";

  private WebAddress() {}

  /** Checks an https URL. */
  public static Checked<String> https(String text) {
    if (hasCredentials(text)) {
      return credentials();
    }
    return text.length() <= MAX_LENGTH && isHttps(text)
        ? Checked.ok(text)
        : Checked.refused(Quoted.quote(text) + " is not an https URL", HINT);
  }

  /** Checks the address of a Git repository: a path or any URL, without a password. */
  public static Checked<String> repository(String text) {
    boolean ssh = text.toLowerCase(Locale.ROOT).startsWith("ssh://");
    if (hasPassword(text) || (hasCredentials(text) && !ssh)) {
      return credentials();
    }
    return REPOSITORY.matcher(text).matches()
        ? Checked.ok(text)
        : Checked.refused(
            Quoted.quote(text) + " is not a repository",
            "write a path or a URL in ASCII, without spaces, quotes or \"$\", not beginning with"
                + " \"-\"");
  }

  /** Refuses an address with a user name or password; whether it is one otherwise is not asked. */
  static Checked<String> withoutCredentials(String text) {
    return hasCredentials(text) ? credentials() : Checked.ok(text);
  }

  private static Checked<String> credentials() {
    // The message does not repeat the text, which holds what nobody should read.
    return Checked.refused(
        "the address holds a user name or password",
        "remove the part before \"@\"; credentials come from outside the repository");
  }

  private static boolean hasCredentials(String text) {
    return authority(text).contains("@");
  }

  private static boolean hasPassword(String text) {
    String authority = authority(text);
    return authority.substring(0, authority.lastIndexOf('@') + 1).contains(":");
  }

  private static String authority(String text) {
    int start = text.indexOf("://");
    if (start < 0) {
      return "";
    }
    int end = start + 3;
    while (end < text.length() && "/?#\\".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(start + 3, end);
  }

  private static boolean isHttps(String text) {
    try {
      URI uri = new URI(text);
      return "https".equals(uri.getScheme()) && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
