/**
 * Reads and compares Kubernetes objects as trees of maps, lists and scalars, in the form they are
 * rendered in. Entries: {@link io.tenantsmith.objects.Node} reads, {@link
 * io.tenantsmith.objects.ObjectDiff} compares two versions of an object field by field.
 */
@NullMarked
package io.tenantsmith.objects;

import org.jspecify.annotations.NullMarked;
