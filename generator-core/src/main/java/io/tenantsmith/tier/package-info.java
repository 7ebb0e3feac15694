/**
 * Stage 4: layers to effective values, each with the layer and place that set it. Entry: {@link
 * io.tenantsmith.tier.Expansion}. Must not know files, YAML or what is rendered.
 */
@NullMarked
package io.tenantsmith.tier;

import org.jspecify.annotations.NullMarked;
