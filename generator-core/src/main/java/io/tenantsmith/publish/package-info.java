/**
 * Commits a rendered tree to a GitOps repository and pushes it. Entry: {@link
 * io.tenantsmith.publish.Publication}. Knows no tenant, only trees; what Git is, package git knows.
 */
@NullMarked
package io.tenantsmith.publish;

import org.jspecify.annotations.NullMarked;
