/**
 * The test kit, published as a test-jar: a fleet's own repository renders tenants in its unit tests
 * and asserts on objects, with any test framework. It stands on the core's public API alone.
 */
@NullMarked
package io.tenantsmith.testing;

import org.jspecify.annotations.NullMarked;
