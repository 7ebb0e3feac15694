/** The parts that objects of several rooms have in common: pods, containers, volumes, names. */
@NullMarked
package io.tenantsmith.render.kit;

import org.jspecify.annotations.NullMarked;
