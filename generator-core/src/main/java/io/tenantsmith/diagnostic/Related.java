package io.tenantsmith.diagnostic;

/**
 * A second place that belongs to a diagnostic.
 *
 * @param message the fact without the place, for instance {@code claimed first at}
 */
public record Related(String message, SourceRange range) {}
