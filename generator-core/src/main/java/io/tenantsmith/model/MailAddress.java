package io.tenantsmith.model;

import io.tenantsmith.diagnostic.Quoted;
import java.util.regex.Pattern;

/** Mail addresses of one line of ASCII, without quotes, comments or display name. */
public final class MailAddress {

  private static final int MAX_LENGTH = 254;
  private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9.!#%&*+/=?^_{|}~'-]{1,64}");
  private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9.-]{1,253}");

  private MailAddress() {}

  /** Checks a text. */
  public static Checked<String> check(String text) {
    int at = text.indexOf('@');
    if (text.length() <= MAX_LENGTH
        && at > 0
        && isLocal(text.substring(0, at))
        && isDomain(text.substring(at + 1))) {
      return Checked.ok(text);
    }
    return Checked.refused(
        Quoted.quote(text) + " is not a mail address",
        "write name@domain in ASCII, for instance admin@example.com");
  }

  private static boolean isLocal(String text) {
    return LOCAL.matcher(text).matches()
        && !text.startsWith(".")
        && !text.endsWith(".")
        && !text.contains("..");
  }

  private static boolean isDomain(String text) {
    return DOMAIN.matcher(text).matches()
        && !text.endsWith(".")
        && HostName.parse(text).value().isPresent();
  }
}
