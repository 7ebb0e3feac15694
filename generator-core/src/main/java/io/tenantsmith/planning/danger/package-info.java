/**
 * Finds what can go wrong with a change: one class per danger, each in {@link
 * io.tenantsmith.planning.danger.DangerBook}. A danger is a fact about two versions of objects; why
 * they differ is not asked here.
 */
@NullMarked
package io.tenantsmith.planning.danger;

import org.jspecify.annotations.NullMarked;
