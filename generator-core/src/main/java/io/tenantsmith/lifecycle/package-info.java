/**
 * The life of a tenant: which state renders what. Entry: {@link
 * io.tenantsmith.lifecycle.StateTable}. Contributors do not ask for the state; they are either
 * called or not.
 */
@NullMarked
package io.tenantsmith.lifecycle;

import org.jspecify.annotations.NullMarked;
