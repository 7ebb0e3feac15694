/** The quota and the limits of a tenant's namespace, computed from what its other objects need. */
@NullMarked
package io.tenantsmith.render.quota;

import org.jspecify.annotations.NullMarked;
