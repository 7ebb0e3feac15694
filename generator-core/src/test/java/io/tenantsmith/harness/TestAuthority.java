package io.tenantsmith.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A company's own authority, which no machine trusts, with certificates that it signed. */
public final class TestAuthority {

  private static final char[] PASSWORD = "no-secret".toCharArray();
  private static final String AUTHORITY = "authority";

  private final Path folder;
  private final KeyStore store;

  private TestAuthority(Path folder, KeyStore store) {
    this.folder = folder;
    this.store = store;
  }

  /** Makes an authority and what it signs by the JDK's keytool. */
  public static TestAuthority in(Path folder) throws Exception {
    Files.createDirectories(folder);
    Path file = folder.resolve("all.p12");
    key(file, AUTHORITY, "CN=Example Authority", "2020/01/01", "-ext", "bc:c");
    key(file, "good", "CN=localhost", "2020/01/01", signed("dns:localhost,ip:127.0.0.1"));
    key(file, "other", "CN=git.example.net", "2020/01/01", signed("dns:git.example.net"));
    key(file, "expired", "CN=localhost", "2001/01/01", signed("dns:localhost"));
    key(file, "self", "CN=localhost", "2020/01/01", "-ext", "san=dns:localhost");
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return new TestAuthority(folder, store);
  }

  /** The authority's certificate as a file for clients, below words as bundles have them. */
  public Path pem() throws IOException, GeneralSecurityException {
    Path file = folder.resolve("authority.pem");
    Files.writeString(file, "# Example Authority\n" + pem(AUTHORITY));
    return file;
  }

  /** A context for a server that shows that certificate. */
  public SSLContext server(String alias) throws Exception {
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    own.setKeyEntry(
        alias, store.getKey(alias, PASSWORD), PASSWORD, store.getCertificateChain(alias));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, new SecureRandom());
    return context;
  }

  private String pem(String alias) throws GeneralSecurityException, CertificateEncodingException {
    byte[] bytes = store.getCertificate(alias).getEncoded();
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n";
  }

  private static String[] signed(String names) {
    return new String[] {"-signer", AUTHORITY, "-ext", "san=" + names};
  }

  private static void key(Path store, String alias, String name, String from, String... more)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    Collections.addAll(command, "-genkeypair", "-alias", alias, "-keyalg", "EC", "-dname", name);
    Collections.addAll(command, "-startdate", from + " 00:00:00");
    Collections.addAll(command, "-validity", from.startsWith("2001") ? "365" : "36500");
    Collections.addAll(command, "-keystore", store.toString(), "-storetype", "PKCS12");
    Collections.addAll(command, "-storepass", new String(PASSWORD));
    Collections.addAll(command, more);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
  }
}
