/**
 * What a change of the inputs changes in the rendered tree, for whom, why, and how dangerous it is:
 * values only. They are made by {@code planning} and shown by {@code plan.form}.
 */
@NullMarked
package io.tenantsmith.plan;

import org.jspecify.annotations.NullMarked;
