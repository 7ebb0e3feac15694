package io.tenantsmith.git.ssh;

import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.transport.sshd.agent.Connector;
import org.eclipse.jgit.transport.sshd.agent.ConnectorFactory;

/** Finds the agent's socket: where the configuration names it, else where the environment does. */
final class AgentSockets implements ConnectorFactory {

  private final SshSettings settings;
  private final AgentKeys seen;

  AgentSockets(SshSettings settings, AgentKeys seen) {
    this.settings = settings;
    this.seen = seen;
  }

  @Override
  public Connector create(String identityAgent, File homeDir) {
    Optional<String> named = Optional.ofNullable(identityAgent);
    Optional<String> text =
        named.filter(agent -> !agent.isBlank() && !agent.equals(SshSettings.AGENT));
    return text.or(settings::agent).flatMap(AgentSockets::path).map(this::socket).orElse(NONE);
  }

  private Connector socket(Path path) {
    return new AgentSocket(path, seen);
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean isSupported() {
    return true;
  }

  @Override
  public String getName() {
    return "socket";
  }

  @Override
  public Collection<ConnectorDescriptor> getSupportedConnectors() {
    return List.of(DESCRIPTOR);
  }

  @Override
  public ConnectorDescriptor getDefaultConnector() {
    return DESCRIPTOR;
  }

  private static final ConnectorDescriptor DESCRIPTOR =
      new ConnectorDescriptor() {
        @Override
        public String getIdentityAgent() {
          return SshSettings.AGENT;
        }

        @Override
        public String getDisplayName() {
          return "ssh-agent";
        }
      };

  private static final Connector NONE =
      new Connector() {
        @Override
        public boolean connect() {
          return false;
        }

        @Override
        public byte[] rpc(byte command, byte[] message) throws IOException {
          throw new IOException("there is no ssh agent");
        }

        @Override
        public void close() {}
      };
}
