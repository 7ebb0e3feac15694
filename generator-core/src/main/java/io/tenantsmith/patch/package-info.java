/**
 * Applies the Kustomize patches of a tenant to its objects as Kustomize will, and judges what they
 * change. Entry: {@link io.tenantsmith.patch.Patching}. A patch that cannot be applied exactly as
 * Kustomize does is refused, never guessed.
 */
@NullMarked
package io.tenantsmith.patch;

import org.jspecify.annotations.NullMarked;
