package io.tenantsmith.plan;

import io.tenantsmith.diagnostic.SourceRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why something changes.
 *
 * @param key the field of the inputs whose statement changed, for instance {@code web.pod_memory};
 *     empty unless the kind is {@link Kind#SETTING}
 * @param before what was stated; null if nothing was, or if no statement is the cause
 * @param after what is stated now; null if nothing is, or if no statement is the cause
 * @param text in words: what comes after "because"; without a full stop
 */
public record Cause(
    Kind kind, String key, @Nullable Stated before, @Nullable Stated after, String text) {

  /** The kinds of causes. */
  public enum Kind {
    /** A statement in the inputs changed. */
    SETTING,
    /** The file of a tenant is new or gone. */
    FILE,
    /** Another version of this tool rendered the base. */
    TOOL,
    /** Somebody edited the tree by hand. */
    HAND,
    /** What is published decides it, for instance whether a first backup was made. */
    PUBLISHED,
    /** The inputs of the base are not known. */
    UNKNOWN
  }

  /** The place to look at: where it is stated now, or was. */
  public Optional<SourceRange> place() {
    Stated stated = after == null ? before : after;
    return Optional.ofNullable(stated).map(Stated::place);
  }
}
