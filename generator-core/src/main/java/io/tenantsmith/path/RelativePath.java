package io.tenantsmith.path;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A normalised path below some root: segments joined by {@code /}, never empty, never {@code .} or
 * {@code ..}, no back slash, no control character, never {@code .git}. Ordered by code unit, as the
 * digests of the output require.
 *
 * @param value the path as text, for instance {@code tenants/acme-corp/tenant.json}
 */
public record RelativePath(String value) implements Comparable<RelativePath> {

  /**
   * Checks every segment.
   *
   * @throws IllegalArgumentException if a segment could leave the root; callers check user text
   *     before
   */
  public RelativePath {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a relative path: " + value.length() + " characters");
    }
  }

  /** Tells whether the text can be a path below a root on every file system and in Git. */
  public static boolean isValid(String text) {
    if (text.isEmpty() || text.length() > 1024) {
      return false;
    }
    int start = 0;
    for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', start)) {
      if (!isSegment(text, start, slash)) {
        return false;
      }
      start = slash + 1;
    }
    return isSegment(text, start, text.length());
  }

  /** Makes a path of its text. */
  public static RelativePath of(String value) {
    return new RelativePath(value);
  }

  /** The path of {@code child} below this folder. */
  public RelativePath resolve(String child) {
    return new RelativePath(value + "/" + child);
  }

  /** The last segment. */
  public String name() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  /** The folder that holds this path, or null at the root. */
  public @Nullable RelativePath parent() {
    int slash = value.lastIndexOf('/');
    return slash < 0 ? null : new RelativePath(value.substring(0, slash));
  }

  /** The segments, outermost first. */
  public List<String> segments() {
    return List.of(value.split("/", -1));
  }

  /** Tells whether this path lies below the folder. */
  public boolean isBelow(RelativePath folder) {
    return value.startsWith(folder.value + "/");
  }

  /**
   * This path as seen from a folder above it.
   *
   * @throws IllegalArgumentException if it does not lie below the folder
   */
  public RelativePath relativeTo(RelativePath folder) {
    if (!isBelow(folder)) {
      throw new IllegalArgumentException(value + " is not below " + folder.value);
    }
    return new RelativePath(value.substring(folder.value.length() + 1));
  }

  @Override
  public int compareTo(RelativePath other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  private static boolean isSegment(String text, int start, int end) {
    if (start == end || (text.charAt(start) == '.' && isReserved(text.substring(start, end)))) {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c == 0x7f || c == '\\' || c == ':') {
        return false;
      }
    }
    return true;
  }

  private static boolean isReserved(String segment) {
    return segment.equals(".") || segment.equals("..") || segment.equalsIgnoreCase(".git");
  }
}
