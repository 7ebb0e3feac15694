package io.tenantsmith.model;

import io.tenantsmith.diagnostic.Quoted;
import java.util.regex.Pattern;

/** Login names that WordPress, shells and URLs all take as they are. */
public final class LoginName {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@-]{0,59}");

  private LoginName() {}

  /** Checks a text of 1 to 60 characters. */
  public static Checked<String> check(String text) {
    return FORM.matcher(text).matches()
        ? Checked.ok(text)
        : Checked.refused(
            Quoted.quote(text) + " is not a user name",
            "use 1 to 60 of A-Z, a-z, 0-9, \"_\", \".\", \"@\" and \"-\", beginning with a letter,"
                + " digit or \"_\"");
  }
}
