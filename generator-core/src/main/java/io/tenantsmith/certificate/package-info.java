/**
 * The certificate that a tenant was erased: what was ordered, commit by commit, and how to see that
 * it was done. All of it is read from the history of the branch that is published to, so that it
 * can be made again. Entry: {@link io.tenantsmith.certificate.TenantPast}. Must not say that a
 * cluster obeyed.
 */
@NullMarked
package io.tenantsmith.certificate;

import org.jspecify.annotations.NullMarked;
