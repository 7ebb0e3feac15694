/**
 * A tenant's file that is not written yet: its text, the cluster it is put on, and the questions
 * that complete it. Entry: {@link io.tenantsmith.draft.TenantDraft}. Writes nothing.
 */
@NullMarked
package io.tenantsmith.draft;

import org.jspecify.annotations.NullMarked;
