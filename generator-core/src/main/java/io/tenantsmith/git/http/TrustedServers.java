package io.tenantsmith.git.http;

import io.tenantsmith.surroundings.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Which servers are trusted: those that this Java trusts, and in addition those whose authority is
 * in the file that a variable names. Nothing switches the check off.
 */
public final class TrustedServers {

  /** Ours first, then Git's, then the one of OpenSSL, Go and curl; the first that is set counts. */
  public static final List<String> VARIABLES =
      List.of("TENANTSMITH_CA_FILE", "GIT_SSL_CAINFO", "SSL_CERT_FILE");

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN (?:X509 )?CERTIFICATE-----[^-]+-----END [^-]+-----");

  private final Surroundings surroundings;

  private TrustedServers(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Makes sockets that trust these servers alone. */
  static SSLSocketFactory sockets(Surroundings surroundings) throws IOException {
    TrustedServers trusted = new TrustedServers(surroundings);
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      X509ExtendedTrustManager manager = trusted.manager();
      context.init(trusted.ownKeys(), new TrustManager[] {new ExplainingTrust(manager)}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new TrustProblem("the certificates that this Java trusts cannot be used", e);
    }
  }

  private X509ExtendedTrustManager manager() throws GeneralSecurityException, IOException {
    X509ExtendedTrustManager known = manager(null);
    List<Certificate> added = added();
    if (added.isEmpty()) {
      return known;
    }
    KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
    all.load(null, null);
    int number = 0;
    for (X509Certificate certificate : known.getAcceptedIssuers()) {
      all.setCertificateEntry("java-" + number++, certificate);
    }
    for (Certificate certificate : added) {
      all.setCertificateEntry("added-" + number++, certificate);
    }
    return manager(all);
  }

  private static X509ExtendedTrustManager manager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509ExtendedTrustManager found) {
        return found;
      }
    }
    throw new GeneralSecurityException("this Java has no manager of X.509 certificates");
  }

  private List<Certificate> added() throws IOException {
    for (String variable : VARIABLES) {
      Optional<String> file = surroundings.environment(variable).filter(text -> !text.isBlank());
      if (file.isPresent()) {
        return certificates(variable, file.get());
      }
    }
    return List.of();
  }

  private static List<Certificate> certificates(String variable, String file) throws IOException {
    String named = variable + " names " + file + ", which ";
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(Path.of(file));
    } catch (IOException | InvalidPathException e) {
      throw new TrustProblem(named + "cannot be read", e);
    }
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      List<Certificate> found = new ArrayList<>();
      // A bundle may hold any text between its certificates.
      Matcher blocks = PEM.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
      while (blocks.find()) {
        byte[] block = blocks.group().getBytes(StandardCharsets.ISO_8859_1);
        found.add(factory.generateCertificate(new ByteArrayInputStream(block)));
      }
      if (found.isEmpty()) {
        found.add(factory.generateCertificate(new ByteArrayInputStream(bytes)));
      }
      return found;
    } catch (GeneralSecurityException e) {
      throw new TrustProblem(named + "holds no certificate in PEM form", e);
    }
  }

  /** What this Java shows to a server that asks who we are; null if it is told nothing. */
  private KeyManager @Nullable [] ownKeys() throws GeneralSecurityException, IOException {
    Optional<String> file = surroundings.property("javax.net.ssl.keyStore");
    if (file.isEmpty() || file.get().isBlank() || file.get().equals("NONE")) {
      return null;
    }
    char[] password =
        surroundings.property("javax.net.ssl.keyStorePassword").orElse("").toCharArray();
    String type =
        surroundings.property("javax.net.ssl.keyStoreType").orElse(KeyStore.getDefaultType());
    KeyStore store = KeyStore.getInstance(type);
    try (InputStream in = Files.newInputStream(Path.of(file.get()))) {
      store.load(in, password);
    } catch (IOException | InvalidPathException e) {
      throw new TrustProblem("javax.net.ssl.keyStore names a file that cannot be read", e);
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, password);
    return factory.getKeyManagers();
  }
}
