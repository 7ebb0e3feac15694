/**
 * What a tenant is rendered to: {@link io.tenantsmith.render.Artifact}s, made by {@link
 * io.tenantsmith.render.TenantContributor}s and {@link io.tenantsmith.render.ClusterContributor}s.
 * Must not know where artifacts go, nor which library made them.
 */
@NullMarked
package io.tenantsmith.render;

import org.jspecify.annotations.NullMarked;
