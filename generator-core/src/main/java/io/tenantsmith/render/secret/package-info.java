/** The Secrets of a tenant, made in the cluster or read from a vault. */
@NullMarked
package io.tenantsmith.render.secret;

import org.jspecify.annotations.NullMarked;
