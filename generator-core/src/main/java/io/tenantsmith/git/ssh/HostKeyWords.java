package io.tenantsmith.git.ssh;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells why a host was refused, with the fingerprints that have to be compared. */
record HostKeyWords(SshSettings settings, RefusedHost refused) {

  private static final Pattern WITH_PORT = Pattern.compile("\\[(.*)]:(\\d+)");

  SshFailure failure(Throwable cause) {
    if (refused.revoked()) {
      return revoked(cause);
    }
    return refused.known().isEmpty() ? unknown(cause) : changed(cause);
  }

  private SshFailure unknown(Throwable cause) {
    String fact =
        ("is on a host that is not known: " + host() + " shows the key " + refused.offered())
            + (", and stands in none of " + files());
    String hint =
        "compare the fingerprint with the one that the host's operator publishes, and if they are"
            + (" equal: " + keyscan() + " >> " + first());
    return new SshFailure(Code.PUB725, fact, hint, cause);
  }

  private SshFailure changed(Throwable cause) {
    String fact =
        ("is on a host that SHOWS ANOTHER KEY THAN BEFORE: " + host())
            + (" shows " + refused.offered() + ", but is known by ")
            + String.join(", ", refused.known())
            + "; somebody may have put another machine in between";
    String hint =
        "publish nothing until the host's operator has confirmed the new fingerprint; then: "
            + ("ssh-keygen -R "
                + quoted()
                + " -f "
                + first()
                + " && "
                + keyscan()
                + " >> "
                + first());
    return new SshFailure(Code.PUB726, fact, hint, cause);
  }

  private SshFailure revoked(Throwable cause) {
    String fact =
        ("is on a host that SHOWS A REVOKED KEY: " + host() + " shows " + refused.offered())
            + (", which is marked @revoked in one of " + files());
    return new SshFailure(
        Code.PUB726, fact, "ask the host's operator; a revoked key may be in foreign hands", cause);
  }

  private String host() {
    return Quoted.words(refused.host());
  }

  /** Files that are there, and the first in any case: there the host should be added. */
  private String files() {
    List<String> shown = new ArrayList<>(List.of(first()));
    refused.files().stream()
        .skip(1)
        .map(Path::of)
        .filter(Files::exists)
        .forEach(file -> shown.add(settings.shown(file)));
    return shown.stream().distinct().map(Quoted::words).collect(Collectors.joining(", "));
  }

  private String first() {
    String file = refused.files().get(0);
    return Quoted.words(file.startsWith("~") ? file : settings.shown(Path.of(file)));
  }

  private String keyscan() {
    Matcher port = WITH_PORT.matcher(refused.host());
    String where = port.matches() ? "-p " + port.group(2) + " " + port.group(1) : refused.host();
    return Quoted.words("ssh-keyscan -t " + kind() + " " + where);
  }

  /** A shell would take brackets for a pattern. */
  private String quoted() {
    return host().startsWith("[") ? "'" + host() + "'" : host();
  }

  private String kind() {
    String type = refused.offered().split(" ", 2)[0];
    if (type.contains("ed25519")) {
      return "ed25519";
    }
    return type.startsWith("ecdsa") ? "ecdsa" : "rsa";
  }
}
