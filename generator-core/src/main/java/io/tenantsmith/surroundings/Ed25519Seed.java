package io.tenantsmith.surroundings;

import java.io.Serial;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/**
 * The public half of an Ed25519 private key. Java computes it only while it makes a new pair of
 * keys, so its generator is given the private bytes where it would draw chance.
 */
public final class Ed25519Seed {

  private Ed25519Seed() {}

  /** The public key that belongs to 32 private bytes. */
  public static EdECPublicKey publicKey(byte[] seed) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
    generator.initialize(NamedParameterSpec.ED25519, new GivenBytes(seed));
    KeyPair pair = generator.generateKeyPair();
    byte[] used = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
    if (!Arrays.equals(used, seed)) {
      throw new InvalidKeyException("this Java does not make an Ed25519 key from given bytes");
    }
    return (EdECPublicKey) pair.getPublic();
  }

  /** The opposite of chance: the bytes that it is given. */
  private static final class GivenBytes extends SecureRandom {

    @Serial private static final long serialVersionUID = 1L;

    private final byte[] seed;

    GivenBytes(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, Math.min(seed.length, bytes.length));
    }
  }
}
