/**
 * Contributors of Authentik blueprints: Pebble text, parsed again and checked against the
 * blueprint's rules before it becomes an artifact. Entry: {@link
 * io.tenantsmith.render.TenantContributor}.
 */
@NullMarked
package io.tenantsmith.render.identity;

import org.jspecify.annotations.NullMarked;
