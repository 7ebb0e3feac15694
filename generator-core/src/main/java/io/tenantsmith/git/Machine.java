package io.tenantsmith.git;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.surroundings.Surroundings;

/**
 * The surroundings that a repository needs.
 *
 * @param place where the settings are, for diagnostics
 */
public record Machine(GitSystem system, Surroundings surroundings, SourceRange place) {}
