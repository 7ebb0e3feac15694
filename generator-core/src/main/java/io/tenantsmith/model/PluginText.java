package io.tenantsmith.model;

import io.tenantsmith.diagnostic.Quoted;
import java.util.regex.Pattern;

/** Slugs and versions of WordPress plugins and themes; both go into a command line. */
public final class PluginText {

  private static final Pattern SLUG = Pattern.compile("[a-z0-9]([a-z0-9-]{0,98}[a-z0-9])?");
  private static final Pattern VERSION = Pattern.compile("[0-9][0-9A-Za-z.+-]{0,39}");

  private PluginText() {}

  /** Checks a slug. */
  public static Checked<String> slug(String text) {
    return SLUG.matcher(text).matches()
        ? Checked.ok(text)
        : Checked.refused(
            Quoted.quote(text) + " is not a slug",
            "write the name as in the address of its page in the WordPress directory");
  }

  /** Checks a fixed version. */
  public static Checked<String> version(String text) {
    return VERSION.matcher(text).matches()
        ? Checked.ok(text)
        : Checked.refused(
            Quoted.quote(text) + " is not a fixed version",
            "write one version in quotes, for instance \"26.4\"");
  }
}
