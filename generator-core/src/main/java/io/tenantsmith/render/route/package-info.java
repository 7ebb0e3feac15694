/** The host names of a tenant: routes, listeners and certificates. */
@NullMarked
package io.tenantsmith.render.route;

import org.jspecify.annotations.NullMarked;
