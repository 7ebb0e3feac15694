/** The WordPress site of a tenant: web pods, scaling, the install and cron Jobs and their texts. */
@NullMarked
package io.tenantsmith.render.site;

import org.jspecify.annotations.NullMarked;
