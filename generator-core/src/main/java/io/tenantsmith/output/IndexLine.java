package io.tenantsmith.output;

import io.tenantsmith.model.PublishedTenant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One tenant's line of the index.
 *
 * @param facts what came out when it was rendered; null in the line of an older generator
 */
public record IndexLine(PublishedTenant tenant, @Nullable RenderedFacts facts) {

  /** The tenant's id. */
  public String id() {
    return tenant.id().value();
  }

  /** What came out when it was rendered, if that is known. */
  public Optional<RenderedFacts> rendered() {
    return Optional.ofNullable(facts);
  }
}
