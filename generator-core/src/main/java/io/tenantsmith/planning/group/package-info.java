/**
 * Brings tenants with the same change together: what is their own in it, names and digests, is
 * replaced by placeholders first.
 */
@NullMarked
package io.tenantsmith.planning.group;

import org.jspecify.annotations.NullMarked;
