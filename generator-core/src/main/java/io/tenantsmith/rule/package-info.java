/**
 * Stage 5: what the schema cannot express, one class per rule, one explicit list: {@link
 * io.tenantsmith.rule.RuleBook}. A rule reads and reports; it never changes anything and knows
 * neither YAML nor what is rendered.
 */
@NullMarked
package io.tenantsmith.rule;

import org.jspecify.annotations.NullMarked;
