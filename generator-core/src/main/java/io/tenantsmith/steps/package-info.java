/**
 * What a step of a tenant's life does, said before it is taken: one class per step, in {@link
 * io.tenantsmith.steps.StepBook}. Everything is read from what is published and from what is
 * rendered, so that no sentence claims what the files do not do; nothing here decides whether a
 * step is allowed, which rules do.
 */
@NullMarked
package io.tenantsmith.steps;

import org.jspecify.annotations.NullMarked;
