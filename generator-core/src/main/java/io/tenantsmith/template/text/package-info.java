/**
 * Text files made from templates: {@link io.tenantsmith.template.text.TextTemplates}. The only
 * package that sees Pebble; must not know what the texts mean.
 */
@NullMarked
package io.tenantsmith.template.text;

import org.jspecify.annotations.NullMarked;
