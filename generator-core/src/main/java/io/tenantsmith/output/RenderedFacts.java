package io.tenantsmith.output;

import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.model.Requests;
import io.tenantsmith.render.KindInUse;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the index remembers of a tenant so that a later run need not render it: from what it was
 * rendered, and what came out.
 *
 * @param fingerprint digest of all that the folder was rendered from
 * @param objects number of Kubernetes objects
 * @param files number of files, tenant.json included
 * @param kinds of the objects
 * @param requests what all objects together request at their peak
 */
public record RenderedFacts(
    String fingerprint, int objects, int files, KindSet kinds, Requests requests) {
}
