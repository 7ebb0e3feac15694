package io.tenantsmith.plan;

/**
 * One file of the tree that holds no object and differs, for instance a README.
 *
 * @param file its path below the tree's root
 * @param derived whether it follows from other changes, as lists of files and digests do
 * @param text how it differs
 */
public record FileChange(String file, Fate fate, boolean derived, TextChange text) {}
