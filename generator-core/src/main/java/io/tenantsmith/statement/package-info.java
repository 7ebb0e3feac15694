/**
 * What people write, statement by statement: which differ between two states of the inputs, and
 * inputs in which some statements are as in another state. Entry: {@link
 * io.tenantsmith.statement.ChangedStatements}. Must not know how layers are merged.
 */
@NullMarked
package io.tenantsmith.statement;

import org.jspecify.annotations.NullMarked;
