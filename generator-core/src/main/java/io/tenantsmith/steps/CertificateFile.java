package io.tenantsmith.steps;

import io.tenantsmith.path.RelativePath;

/** Where the certificate of an erased tenant is written. */
public final class CertificateFile {

  private CertificateFile() {}

  /** Below the fleet's folder. */
  public static RelativePath of(String tenant) {
    return RelativePath.of("target/tenantsmith/erasure/" + tenant + ".json");
  }
}
