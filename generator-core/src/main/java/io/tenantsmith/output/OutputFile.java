package io.tenantsmith.output;

import io.tenantsmith.path.RelativePath;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One file of the tree.
 *
 * @param path below the tree's root
 * @param content its bytes; never changed after construction
 * @param digest digest of the content; computed once, since hashing is a quarter of a whole run
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content below; copied nowhere on purpose
public record OutputFile(RelativePath path, byte[] content, String digest) {

  /** A file of that content. */
  public OutputFile(RelativePath path, byte[] content) {
    this(path, content, Sha256.of(content));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OutputFile that
        && path.equals(that.path)
        && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }
}
