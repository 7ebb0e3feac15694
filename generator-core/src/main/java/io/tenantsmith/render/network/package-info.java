/** The network policies of a tenant. */
@NullMarked
package io.tenantsmith.render.network;

import org.jspecify.annotations.NullMarked;
