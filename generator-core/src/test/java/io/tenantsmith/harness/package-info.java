/** What tests of several packages share: fixtures, contracts, isolated Git. */
package io.tenantsmith.harness;
