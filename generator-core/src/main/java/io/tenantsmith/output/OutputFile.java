package io.tenantsmith.output;

import io.tenantsmith.path.RelativePath;
import io.tenantsmith.render.Artifact;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One file of the tree.
 *
 * @param path below the tree's root
 * @param content its bytes; never changed after construction
 * @param digest digest of the content; computed once, since hashing is a quarter of a whole run
 * @param artifact what it was rendered as, or null for a file about other files
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content below; deliberately not copied
public record OutputFile(
    RelativePath path, byte[] content, String digest, @Nullable Artifact artifact) {

  /** A file of that content. */
  public OutputFile(RelativePath path, byte[] content) {
    this(path, content, Sha256.of(content), null);
  }

  /** The file of an artifact. */
  public static OutputFile of(Artifact artifact) {
    return of(artifact, null);
  }

  /**
   * The file of an artifact.
   *
   * @param digest of its content if that is known already, or null
   */
  public static OutputFile of(Artifact artifact, @Nullable String digest) {
    byte[] content = artifact.text().getBytes(StandardCharsets.UTF_8);
    return new OutputFile(
        artifact.path(), content, digest == null ? Sha256.of(content) : digest, artifact);
  }

  /** The artifact that it was rendered as, with its objects; empty for a file about other files. */
  public Optional<Artifact> rendered() {
    return Optional.ofNullable(artifact);
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
