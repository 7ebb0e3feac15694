/**
 * Contributors of Kubernetes objects, one class per file. Entry: {@link
 * io.tenantsmith.render.TenantContributor}. Built-in kinds are typed fabric8 objects, custom ones
 * ordered maps. With its package {@code platform} the only one that sees fabric8.
 */
@NullMarked
package io.tenantsmith.render.kubernetes;

import org.jspecify.annotations.NullMarked;
