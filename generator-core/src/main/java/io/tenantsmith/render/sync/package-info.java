/**
 * Contributors of what sync tools and Kustomize read. Entry: {@link
 * io.tenantsmith.render.TenantContributor}.
 */
@NullMarked
package io.tenantsmith.render.sync;

import org.jspecify.annotations.NullMarked;
