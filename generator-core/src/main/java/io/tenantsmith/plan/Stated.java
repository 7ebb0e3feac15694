package io.tenantsmith.plan;

import io.tenantsmith.diagnostic.SourceRange;

/**
 * A value as one file of the inputs states it.
 *
 * @param value as users write it; {@code (sensitive)} if it is masked
 * @param layer the layer that the file is, for instance {@code tier}
 * @param place its place; the whole file where no line states it
 */
public record Stated(String value, String layer, SourceRange place) {}
