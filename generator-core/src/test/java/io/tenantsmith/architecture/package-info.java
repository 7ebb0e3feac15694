/** The house rules as tests. Entry: {@code ArchitectureTest}. */
package io.tenantsmith.architecture;
