package io.tenantsmith.model;

/** What objects request together at their peak: the sums of cpu, memory and storage. */
public record Requests(Cpu cpu, Bytes memory, Bytes storage) {

  /** No requests at all. */
  public static final Requests NONE = new Requests(new Cpu(0), new Bytes(0), new Bytes(0));
}
