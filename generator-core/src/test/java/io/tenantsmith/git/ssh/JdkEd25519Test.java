package io.tenantsmith.git.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPublicKey;
import java.util.Base64;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdkEd25519Test {

  private KeyPair pair;

  @BeforeEach
  void make() throws Exception {
    Ed25519Registrar.register();
    pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  @Test
  void aKeyOfOpensslIsReadWithItsPublicHalf() throws Exception {
    String text =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    KeyPair read =
        SecurityUtils.loadKeyPairIdentities(
                null,
                NamedResource.ofName("key"),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)),
                FilePasswordProvider.EMPTY)
            .iterator()
            .next();
    assertThat(KeyUtils.compareKeyPairs(read, pair)).isTrue();
    assertThat(KeyUtils.getKeyType(read)).isEqualTo("ssh-ed25519");
    assertThat(KeyUtils.getKeySize(read.getPublic())).isEqualTo(256);
  }

  @Test
  void aPublicKeySurvivesTheWire() throws Exception {
    ByteArrayBuffer wire = new ByteArrayBuffer();
    wire.putRawPublicKey(pair.getPublic());
    assertThat(new ByteArrayBuffer(wire.getCompactData()).getRawPublicKey())
        .isInstanceOf(EdECPublicKey.class)
        .isEqualTo(pair.getPublic());
  }

  @Test
  void anotherCurveIsNotTakenForOurs() throws Exception {
    KeyPair other = KeyPairGenerator.getInstance("Ed448").generateKeyPair();
    JdkEd25519 support = new JdkEd25519();
    assertThatThrownBy(() -> support.recoverEDDSAPublicKey(other.getPrivate()))
        .isInstanceOf(Exception.class);
    assertThat(support.compareEDDSAPPublicKeys(pair.getPublic(), other.getPublic())).isFalse();
  }
}
