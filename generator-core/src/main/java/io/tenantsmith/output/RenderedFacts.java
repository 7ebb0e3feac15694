package io.tenantsmith.output;

import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.render.Demand;
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

  /** Amounts that are requested. */
  public record Requests(Cpu cpu, Bytes memory, Bytes storage) {

    /** The sums of a demand. */
    public static Requests of(Demand demand) {
      long cpu = 0;
      long memory = 0;
      for (Demand.Containers row : demand.containers()) {
        cpu += row.count() * row.request().cpu().milli();
        memory += row.count() * row.request().memory().count();
      }
      long storage =
          demand.claims().stream().mapToLong(claim -> claim.count() * claim.size().count()).sum();
      return new Requests(new Cpu(cpu), new Bytes(memory), new Bytes(storage));
    }
  }
}
