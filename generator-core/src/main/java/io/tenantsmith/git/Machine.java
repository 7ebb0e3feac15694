package io.tenantsmith.git;

import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.surroundings.Surroundings;

/**
 * What a repository needs besides itself.
 *
 * @param place where the settings stand, for diagnostics
 */
public record Machine(GitSystem system, Surroundings surroundings, SourceRange place) {}
