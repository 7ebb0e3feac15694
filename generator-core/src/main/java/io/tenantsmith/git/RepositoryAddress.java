package io.tenantsmith.git;

import io.tenantsmith.diagnostic.Quoted;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A repository as settings name it, sorted into kinds. Never shown but through {@link #display}.
 *
 * @param text as the user wrote it
 */
public record RepositoryAddress(Kind kind, String text) {

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://");

  /** As Git reads it: a colon before the first slash ends the host, with a user or without. */
  private static final Pattern SCP_LIKE =
      Pattern.compile("([^/\\\\:@]+@)?(\\[[^/\\]]+]|[^/\\\\:@]+):.*");

  /** A user, a colon and a password before the host: never meant as a host and a path. */
  private static final Pattern SCP_LIKE_SECRET =
      Pattern.compile("[^/\\\\:@]+:[^/@]*@[^/\\\\:@]+:.*");

  /** Git would start a program of that name. */
  private static final Pattern PROGRAM = Pattern.compile("[A-Za-z0-9]+::.*");

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:([/\\\\].*)?");

  /** How it is reached. */
  public enum Kind {
    /** A path on this machine. */
    PATH,
    /** A file URL. */
    FILE,
    /** An https URL. */
    HTTPS,
    /** An ssh URL, or what looks like scp. */
    SSH,
    /** Anything else. */
    UNSUPPORTED
  }

  /** The address that a text names. */
  public static RepositoryAddress of(String text) {
    return new RepositoryAddress(kindOf(text), text);
  }

  private static Kind kindOf(String text) {
    if (text.isBlank() || !text.chars().allMatch(Quoted::isPrintable)) {
      return Kind.UNSUPPORTED;
    }
    if (SCHEME.matcher(text).lookingAt()) {
      return kindOfScheme(text.substring(0, text.indexOf(':')).toLowerCase(Locale.ROOT));
    }
    if (DRIVE.matcher(text).matches() || !SCP_LIKE.matcher(text).matches()) {
      return Kind.PATH;
    }
    return text.endsWith(":") || PROGRAM.matcher(text).matches() ? Kind.UNSUPPORTED : Kind.SSH;
  }

  private static Kind kindOfScheme(String scheme) {
    return switch (scheme) {
      case "file" -> Kind.FILE;
      case "https" -> Kind.HTTPS;
      case "ssh" -> Kind.SSH;
      default -> Kind.UNSUPPORTED;
    };
  }

  /** The address as it may be printed. */
  public String display() {
    int start = text.indexOf("://");
    if (start < 0) {
      return Quoted.words(hasUserInfo() ? "***" + text.substring(text.indexOf('@')) : text);
    }
    String scheme = text.substring(0, start + 3);
    String rest = text.substring(start + 3);
    int query = rest.indexOf('?');
    if (query >= 0) {
      rest = rest.substring(0, query) + "?***";
    }
    // The last @, because a password may hold one, or a slash.
    String shown =
        hasUserInfo() ? "***" + rest.substring(Math.max(rest.lastIndexOf('@'), 0)) : rest;
    return Quoted.words(scheme + shown);
  }

  /** Whether a password or token is in the address. A bare ssh user is not a secret. */
  public boolean carriesSecret() {
    return hasUserInfo() || (kind != Kind.PATH && text.indexOf('?') >= 0);
  }

  private boolean hasUserInfo() {
    int start = text.indexOf("://");
    if (start < 0) {
      return SCP_LIKE_SECRET.matcher(text).matches();
    }
    String rest = text.substring(start + 3);
    int at = rest.lastIndexOf('@');
    return at >= 0 && (kind != Kind.SSH || rest.substring(0, at).indexOf(':') >= 0);
  }
}
