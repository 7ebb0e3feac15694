package io.tenantsmith.git.ssh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.jspecify.annotations.Nullable;

/**
 * The known hosts, strictly: whatever a configuration says, a host that nobody vouched for is
 * refused, nobody is asked and no file is written. It keeps what it refused.
 */
final class KnownHosts implements ServerKeyDatabase {

  private static final List<String> GLOBAL =
      List.of("/etc/ssh/ssh_known_hosts", "/etc/ssh/ssh_known_hosts2");

  private final ServerKeyDatabase files;
  private final List<Path> own;
  private @Nullable RefusedHost refused;

  KnownHosts(ServerKeyDatabase files, List<Path> own) {
    this.files = files;
    this.own = List.copyOf(own);
  }

  /** The host that was refused. */
  synchronized Optional<RefusedHost> refused() {
    return Optional.ofNullable(refused);
  }

  @Override
  public List<PublicKey> lookup(
      String connectAddress, InetSocketAddress remoteAddress, Configuration config) {
    return files.lookup(connectAddress, remoteAddress, new Strict(config, own));
  }

  @Override
  public boolean accept(
      String connectAddress,
      InetSocketAddress remoteAddress,
      PublicKey serverKey,
      Configuration config,
      @Nullable CredentialsProvider provider) {
    Strict strict = new Strict(config, own);
    if (files.accept(connectAddress, remoteAddress, serverKey, strict, null)) {
      return true;
    }
    List<PublicKey> known = files.lookup(connectAddress, remoteAddress, strict);
    synchronized (this) {
      refused =
          new RefusedHost(
              connectAddress,
              shown(serverKey),
              known.stream().map(KnownHosts::shown).distinct().toList(),
              strict.getUserKnownHostsFiles(),
              isRevoked(serverKey, strict));
    }
    return false;
  }

  private static String shown(PublicKey key) {
    return KeyUtils.getKeyType(key) + " " + KeyUtils.getFingerPrint(key);
  }

  /** Revoked keys are no known keys, and must not be taken for merely unknown ones. */
  private static boolean isRevoked(PublicKey key, Strict strict) {
    ByteArrayBuffer raw = new ByteArrayBuffer();
    raw.putRawPublicKey(key);
    String text = Base64.getEncoder().encodeToString(raw.getCompactData());
    return strict.getUserKnownHostsFiles().stream()
        .flatMap(file -> lines(Path.of(file)))
        .anyMatch(line -> line.startsWith("@revoked") && line.contains(text));
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream();
    } catch (IOException | UncheckedIOException e) {
      return Stream.empty();
    }
  }

  /** The files of the configuration, or the usual ones, and after them those of the machine. */
  private record Strict(Configuration config, List<Path> own) implements Configuration {

    @Override
    public List<String> getUserKnownHostsFiles() {
      List<String> all = new ArrayList<>();
      List<String> named = config.getUserKnownHostsFiles();
      if (named == null || named.isEmpty()) {
        own.forEach(file -> all.add(file.toString()));
      } else {
        all.addAll(named);
      }
      List<String> machine = config.getGlobalKnownHostsFiles();
      all.addAll(machine == null || machine.isEmpty() ? GLOBAL : machine);
      return all;
    }

    @Override
    public List<String> getGlobalKnownHostsFiles() {
      return List.of();
    }

    @Override
    public StrictHostKeyChecking getStrictHostKeyChecking() {
      return StrictHostKeyChecking.REQUIRE_MATCH;
    }

    @Override
    public boolean getHashKnownHosts() {
      return false;
    }

    @Override
    public String getUsername() {
      return config.getUsername();
    }
  }
}
