package io.tenantsmith.doctor;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Diagnostic;
import io.tenantsmith.diagnostic.SourceRange;
import io.tenantsmith.engine.DoctorResult.Area;
import io.tenantsmith.git.RepositoryAddress;
import java.util.List;

/** Where a publish would go, and whether its credentials are set; never which they are. */
final class Address implements Examination {

  private static final String LOGIN = "login";
  private static final String SSH_KEY = "TENANTSMITH_SSH_KEY";
  private static final String USER = "TENANTSMITH_GIT_USERNAME";
  private static final String PASSWORD = "TENANTSMITH_GIT_PASSWORD";

  @Override
  public List<Finding> of(Patient patient) {
    return patient
        .target()
        .map(target -> target.destination().address())
        .map(address -> List.of(where(address), login(address, patient)))
        .orElseGet(() -> nowhere(patient).alone());
  }

  private static Finding nowhere(Patient patient) {
    String fleet = patient.request().folders().fleet();
    return Finding.of(
        Area.REMOTE,
        "address",
        Diagnostic.warning(
                Code.PUB707, SourceRange.ofFile(fleet), "no repository to publish to is named")
            .withHint(
                "set publish.repository there, or give " + patient.front().option("repository")));
  }

  private static Finding where(RepositoryAddress address) {
    String how =
        switch (address.kind()) {
          case PATH -> "a path";
          case FILE -> "a file URL";
          case HTTPS -> "https";
          case SSH -> "ssh";
          case UNSUPPORTED -> "not an address";
        };
    return Finding.ok(Area.REMOTE, "address", address.display() + " (" + how + ")");
  }

  private static Finding login(RepositoryAddress address, Patient patient) {
    return switch (address.kind()) {
      case HTTPS -> https(patient);
      case SSH ->
          Finding.ok(
              Area.REMOTE,
              LOGIN,
              (isSet(SSH_KEY, patient) ? SSH_KEY + " names the key" : "keys of ~/.ssh")
                  + (isSet("SSH_AUTH_SOCK", patient) ? ", and an agent" : "; there is no agent"));
      case PATH, FILE, UNSUPPORTED -> Finding.ok(Area.REMOTE, LOGIN, "none is needed");
    };
  }

  private static Finding https(Patient patient) {
    boolean user = isSet(USER, patient);
    if (isSet(PASSWORD, patient)) {
      return Finding.ok(
          Area.REMOTE, LOGIN, user ? "user name and password are set" : "a token is set");
    }
    String fact = PASSWORD + " is not set" + (user ? ", though " + USER + " is" : "");
    return Finding.of(
        Area.REMOTE,
        LOGIN,
        Diagnostic.warning(Code.DOC938, SourceRange.ofFile(PASSWORD), fact)
            .withHint(
                "export both, or name a <server> of settings.xml to the goal:"
                    + " tenantsmith:doctor -Dtenantsmith.server=ID"));
  }

  private static boolean isSet(String variable, Patient patient) {
    return patient.surroundings().environment(variable).filter(v -> !v.isEmpty()).isPresent();
  }
}
