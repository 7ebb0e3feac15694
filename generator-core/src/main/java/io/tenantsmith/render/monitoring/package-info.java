/** The dashboard of a tenant. */
@NullMarked
package io.tenantsmith.render.monitoring;

import org.jspecify.annotations.NullMarked;
