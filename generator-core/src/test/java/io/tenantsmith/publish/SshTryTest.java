package io.tenantsmith.publish;

import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.Result;
import io.tenantsmith.harness.GivenSurroundings;
import io.tenantsmith.harness.IsolatedGit;
import io.tenantsmith.harness.SshServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshTryTest {
  @TempDir Path folder;
  private final Map<String, String> environment = new TreeMap<>();
  private PublishFixture fixture;
  private Path home;

  void say(String what) {
    long t = System.nanoTime();
    Result<Published> r = fixture.publish(Map.of("tenants/acme", "1\r\n"));
    System.out.println("== " + what + " " + (System.nanoTime() - t) / 1000000 + " ms");
    for (Diagnostic d : r.diagnostics()) System.out.println(d.code() + " " + d.message() + "\n   HINT " + d.hint());
    if (r.diagnostics().isEmpty()) System.out.println(r.value());
  }

  @Test
  void all() throws Exception {
    Path hostKey = SshServer.key(folder.resolve("host_ed25519"), "ed25519", "");
    SshServer server = SshServer.start(folder.resolve("sshd"), List.of(hostKey));
    fixture = new PublishFixture(folder);
    IsolatedGit.init(fixture.bare, "--bare");
    home = Files.createDirectories(folder.resolve("home"));
    Files.createDirectories(home.resolve(".ssh"));
    fixture.repository = server.address(fixture.bare);
    fixture.surroundings = new GivenSurroundings(home, environment);
    Files.writeString(home.resolve(".ssh/known_hosts"), server.knownHost(hostKey));
    say("no key");
    Path k = SshServer.key(home.resolve(".ssh/id_ed25519"), "ed25519", "");
    say("not accepted");
    SshServer.key(home.resolve(".ssh/id_rsa"), "rsa", "x", "-b", "2048");
    say("plus protected");
    environment.put("TENANTSMITH_SSH_PASSPHRASE", "y");
    say("plus wrong");
    server.authorize(k);
    fixture.repository = server.address(folder.resolve("nowhere.git"));
    say("no repo");
    fixture.repository = server.address(fixture.bare);
    Files.writeString(home.resolve(".ssh/known_hosts"), "");
    say("unknown host");
    Files.writeString(home.resolve(".ssh/known_hosts"), server.knownHost(k));
    say("changed host");
    Files.writeString(home.resolve(".ssh/known_hosts"), "@revoked * " + server.knownHost(hostKey).split(" ", 2)[1]);
    say("revoked host");
    fixture.repository = "ssh://git@127.0.0.1:" + SshServer.freePort() + "/x";
    say("refused");
    fixture.repository = "ssh://git@nowhere.invalid/x";
    say("no host");
    fixture.repository = "git@nowhere.invalid:x";
    say("no host");
    try (java.net.ServerSocket s = new java.net.ServerSocket(0)) {
      fixture.repository = "ssh://git@127.0.0.1:" + s.getLocalPort() + "/x";
      Thread t = new Thread(() -> { while (true) try { java.net.Socket c = s.accept(); c.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n<html>".getBytes()); c.close(); } catch (IOException e) { return; } });
      t.setDaemon(true); t.start();
      say("http server");
    }
    try (java.net.ServerSocket s = new java.net.ServerSocket(0)) {
      fixture.repository = "ssh://git@127.0.0.1:" + s.getLocalPort() + "/x";
      Thread t = new Thread(() -> { while (true) try { s.accept().close(); } catch (IOException e) { return; } });
      t.setDaemon(true); t.start();
      say("hangs up");
    }
    try (java.net.ServerSocket s = new java.net.ServerSocket(0)) {
      fixture.repository = "ssh://git@127.0.0.1:" + s.getLocalPort() + "/x";
      say("silent");
    }
    try (SshServer old = SshServer.start(folder.resolve("old"), List.of(hostKey), "KexAlgorithms sntrup761x25519-sha512@openssh.com")) {
      fixture.repository = old.address(fixture.bare);
      Files.writeString(home.resolve(".ssh/known_hosts"), old.knownHost(hostKey));
      say("kex");
    }
    try (SshServer few = SshServer.start(folder.resolve("few"), List.of(hostKey), "MaxAuthTries 1")) {
      fixture.repository = few.address(fixture.bare);
      Files.writeString(home.resolve(".ssh/known_hosts"), few.knownHost(hostKey));
      SshServer.key(home.resolve(".ssh/id_ecdsa"), "ecdsa", "");
      say("too many");
    }
  }
}
