package io.tenantsmith.git.ssh;

import java.security.Provider;
import java.security.Security;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.loader.openssh.OpenSSHKeyPairResourceParser;
import org.apache.sshd.common.util.security.AbstractSecurityProviderRegistrar;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.common.util.security.eddsa.generic.EdDSASupport;

/** Tells the ssh library once that Java has Ed25519, unless another library told it already. */
final class Ed25519Registrar extends AbstractSecurityProviderRegistrar {

  private static final String PROVIDER = "SunEC";

  private Ed25519Registrar() {
    super("TenantsmithEd25519");
  }

  /** Must come before a key is read. */
  static synchronized void register() {
    if (SecurityUtils.isEDDSACurveSupported()) {
      return;
    }
    SecurityUtils.registerSecurityProvider(new Ed25519Registrar());
    if (SecurityUtils.isEDDSACurveSupported()) {
      // Both ask only while they are loaded, and somebody else may have done that.
      KeyUtils.registerPublicKeyEntryDecoder(SecurityUtils.getEDDSAPublicKeyEntryDecoder());
      OpenSSHKeyPairResourceParser.registerPrivateKeyEntryDecoder(
          SecurityUtils.getOpenSSHEDDSAPrivateKeyEntryDecoder());
    }
  }

  @Override
  public String getProviderName() {
    return PROVIDER;
  }

  @Override
  public Provider getSecurityProvider() {
    return Security.getProvider(PROVIDER);
  }

  @Override
  public boolean isNamedProviderUsed() {
    return false;
  }

  @Override
  public boolean isSupported() {
    return getSecurityProvider() != null;
  }

  @Override
  public Optional<EdDSASupport<?, ?>> getEdDSASupport() {
    return Optional.of(new JdkEd25519());
  }
}
