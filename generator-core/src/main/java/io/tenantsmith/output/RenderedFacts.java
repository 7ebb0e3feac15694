package io.tenantsmith.output;

import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.Cpu;
import io.tenantsmith.render.Demand;

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
