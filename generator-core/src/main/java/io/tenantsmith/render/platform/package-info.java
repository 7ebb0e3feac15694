/**
 * What tenants of a cluster share: policies, gateway, monitoring and the shared applications, one
 * class per file. Entry: {@link io.tenantsmith.render.platform.PlatformContributor}. Must not know
 * a tenant.
 */
@NullMarked
package io.tenantsmith.render.platform;

import org.jspecify.annotations.NullMarked;
