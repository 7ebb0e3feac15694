package io.tenantsmith.plan.form.html;

/** A part of a page. */
sealed interface Part permits Element, Words {}
