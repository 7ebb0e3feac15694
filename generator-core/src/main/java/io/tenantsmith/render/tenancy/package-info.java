/** The namespace of a tenant and who may do what in it. */
@NullMarked
package io.tenantsmith.render.tenancy;

import org.jspecify.annotations.NullMarked;
