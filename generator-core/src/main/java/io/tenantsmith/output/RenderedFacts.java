package io.tenantsmith.output;

import io.tenantsmith.model.Requests;

/**
 * What the index remembers of a tenant so that a later run need not render it: what it was rendered
 * from, and what came out.
 *
 * @param fingerprint digest of all that the folder was rendered from
 * @param objects number of Kubernetes objects
 * @param files number of files, tenant.json included
 * @param requests what all objects together request at their peak
 * @param firstBackup name of the nightly backup that started at once; empty once it was replaced
 */
public record RenderedFacts(
    String fingerprint, int objects, int files, Requests requests, String firstBackup) {}
