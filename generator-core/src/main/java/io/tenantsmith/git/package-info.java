/**
 * Git repositories without a work tree and without an installed Git: objects, refs, push and lock.
 * Entries: {@link io.tenantsmith.git.RepositoryOpener}, {@link io.tenantsmith.git.CommitDraft}. The
 * only package that sees JGit; knows paths and bytes, no tenant and no settings.
 */
@NullMarked
package io.tenantsmith.git;

import org.jspecify.annotations.NullMarked;
