package io.tenantsmith.model;

import io.tenantsmith.diagnostic.Quoted;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** References of container images that always mean the same image. */
public final class ImageReference {

  private static final int MAX_LENGTH = 300;
  private static final String PART = "[a-z0-9]+(?:[._-]+[a-z0-9]+)*";
  private static final Pattern FORM =
      Pattern.compile(
          "("
              + PART
              + "(?::[0-9]{1,5}(?=/))?(?:/"
              + PART
              + ")*)(?::([A-Za-z0-9_][A-Za-z0-9._-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?");
  private static final Pattern REGISTRY =
      Pattern.compile(PART + "(?::[0-9]{1,5})?(?:/" + PART + ")*");

  private ImageReference() {}

  /** Checks a reference: a tag other than {@code latest}, or a digest. */
  public static Checked<String> check(String text) {
    Matcher matcher = FORM.matcher(text.length() > MAX_LENGTH ? "" : text);
    if (!matcher.matches()) {
      return Checked.refused(
          Quoted.quote(text) + " is not an image reference",
          "write [registry/]name:tag or name@sha256:digest, the name in lower case");
    }
    boolean pinned = matcher.group(3) != null;
    String tag = matcher.group(2);
    if (!pinned && (tag == null || tag.equals("latest"))) {
      return Checked.refused(
          Quoted.quote(text) + (tag == null ? " has no tag" : " can change at any time"),
          "add a fixed tag or a digest, for instance name:1.2.3");
    }
    return Checked.ok(text);
  }

  /** The parts of a reference; empty if it is none. */
  public static Optional<ImageName> name(String text) {
    Matcher matcher = FORM.matcher(text.length() > MAX_LENGTH ? "" : text);
    return matcher.matches()
        ? Optional.of(
            new ImageName(
                matcher.group(1),
                Objects.requireNonNullElse(matcher.group(2), ""),
                Objects.requireNonNullElse(matcher.group(3), "")))
        : Optional.empty();
  }

  /** The full reference: with the registry's prefix, if there is one, unless it names its own. */
  public static String within(String registry, String name) {
    int slash = name.indexOf('/');
    String first = slash < 0 ? "" : name.substring(0, slash);
    boolean namesOwn = first.contains(".") || first.contains(":") || first.equals("localhost");
    return namesOwn || registry.isEmpty() ? name : registry + "/" + name;
  }

  /** Checks what is put before every reference. */
  public static Checked<String> registry(String text) {
    return text.length() <= 200 && REGISTRY.matcher(text).matches()
        ? Checked.ok(text)
        : Checked.refused(
            Quoted.quote(text) + " is not a registry",
            "write host[:port][/path] without scheme and without \"/\" at the end");
  }
}
