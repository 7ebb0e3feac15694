package io.tenantsmith.git;

import io.tenantsmith.surroundings.Surroundings;
import java.util.Optional;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/** The login for https. */
final class PasswordLogin {

  /** Where it comes from, for hints. */
  static final String SOURCES =
      "TENANTSMITH_GIT_USERNAME and TENANTSMITH_GIT_PASSWORD"
          + " (with Maven, or tenantsmith.server, which names a server of settings.xml)";

  /** GitHub demands it of tokens of apps; GitLab, Gitea and Azure DevOps take any name. */
  private static final String USER_OF_A_TOKEN = "x-access-token";

  private PasswordLogin() {}

  static Optional<CredentialsProvider> of(Surroundings surroundings) {
    String user =
        surroundings
            .environment("TENANTSMITH_GIT_USERNAME")
            .filter(name -> !name.isEmpty())
            .orElse(USER_OF_A_TOKEN);
    return surroundings
        .environment("TENANTSMITH_GIT_PASSWORD")
        .filter(password -> !password.isEmpty())
        .map(password -> new UsernamePasswordCredentialsProvider(user, password));
  }
}
