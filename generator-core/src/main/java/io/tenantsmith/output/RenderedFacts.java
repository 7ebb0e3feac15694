package io.tenantsmith.output;

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
 * @param kinds of the objects; {@link #OWN} stands for the tenant's own namespace
 * @param requests what all objects together request at their peak
 */
public record RenderedFacts(
    String fingerprint, int objects, int files, SortedSet<KindInUse> kinds, Requests requests) {

  /** Stands for a tenant's own namespace. */
  public static final String OWN = "*";

  /** Copies the kinds. */
  public RenderedFacts {
    kinds = Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
  }

  /** The same with a digest of all that the folder was rendered from. */
  RenderedFacts fingerprinted(String digest) {
    return new RenderedFacts(digest, objects, files, kinds, requests);
  }
}
