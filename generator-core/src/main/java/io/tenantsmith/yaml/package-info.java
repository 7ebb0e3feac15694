/**
 * YAML in and out: {@link io.tenantsmith.yaml.YamlReader} returns nodes with positions, {@link
 * io.tenantsmith.yaml.YamlWriter} is the one writer. Must not know what a field means.
 */
@NullMarked
package io.tenantsmith.yaml;

import org.jspecify.annotations.NullMarked;
