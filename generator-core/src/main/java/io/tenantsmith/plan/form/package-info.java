/**
 * Shows a plan: as text, as Markdown for a pull request, and as JSON. Nothing that inputs hold, a
 * display name or the value of a patch, changes the structure of a form.
 */
@NullMarked
package io.tenantsmith.plan.form;

import org.jspecify.annotations.NullMarked;
