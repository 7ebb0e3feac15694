package io.tenantsmith.model;

import io.tenantsmith.diagnostic.SourceRange;

/** A value as one file states it, with its place. */
public record Sourced<T>(T value, SourceRange range) {}
