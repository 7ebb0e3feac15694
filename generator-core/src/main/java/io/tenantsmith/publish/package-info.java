/**
 * Commits a rendered tree to a GitOps repository and pushes it. Entry: {@link
 * io.tenantsmith.publish.Publisher}. The only package that sees JGit; knows no tenant, only trees.
 */
@NullMarked
package io.tenantsmith.publish;

import org.jspecify.annotations.NullMarked;
