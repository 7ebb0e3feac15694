/**
 * The life of a tenant: which state renders what, and which state may follow which. Entries: {@link
 * io.tenantsmith.lifecycle.StateTable}, {@link io.tenantsmith.lifecycle.Step}. Contributors do not
 * ask for the state; they are either called or not.
 */
@NullMarked
package io.tenantsmith.lifecycle;

import org.jspecify.annotations.NullMarked;
