package io.tenantsmith.template;

import org.jspecify.annotations.Nullable;

/** The source, or a row of a {@code $map} with what surrounds it. */
record Frame(Evaluated values, @Nullable Frame outer) {}
