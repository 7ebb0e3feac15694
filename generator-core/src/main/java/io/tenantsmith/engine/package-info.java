/**
 * The front of the library: {@link io.tenantsmith.engine.Generator}, its requests and reports, and
 * the list of contributors. With diagnostic the only package that fronts use.
 */
@NullMarked
package io.tenantsmith.engine;

import org.jspecify.annotations.NullMarked;
