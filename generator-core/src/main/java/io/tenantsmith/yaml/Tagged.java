package io.tenantsmith.yaml;

import org.jspecify.annotations.Nullable;

/**
 * A value with a tag of its own, for instance {@code !KeyOf app}.
 *
 * @param tag with its exclamation mark
 * @param value a scalar or a list; a list is written in flow style
 */
public record Tagged(String tag, @Nullable Object value) {}
