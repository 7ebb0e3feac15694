/**
 * Inspects what is rendered for a tenant, as a strict reviewer would, before any of it is written.
 * Entry: {@link io.tenantsmith.inspection.Inspection}. Knows objects and the inputs that caused
 * them; must not know how they are rendered, and changes none.
 */
@NullMarked
package io.tenantsmith.inspection;

import org.jspecify.annotations.NullMarked;
