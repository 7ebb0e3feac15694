/**
 * Answers where a value comes from, where it ends, and what moves a field of an object. Knows
 * nothing of commands: it is asked about a part of a fleet that is rendered.
 */
@NullMarked
package io.tenantsmith.explain;

import org.jspecify.annotations.NullMarked;
