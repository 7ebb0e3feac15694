/** Matches the objects of two trees and compares them as readers and API servers see them. */
@NullMarked
package io.tenantsmith.planning.difference;

import org.jspecify.annotations.NullMarked;
