/**
 * A plan as one page of HTML that needs nothing else: {@link
 * io.tenantsmith.plan.form.html.PlanHtml}. The page is a tree of {@code Part}s; the same tree is
 * written as HTML for the first changes and as data, from which the page's script builds it, for
 * all others. So there is one place that says what a change looks like, and none that joins text to
 * markup.
 */
@NullMarked
package io.tenantsmith.plan.form.html;

import org.jspecify.annotations.NullMarked;
