package io.tenantsmith.git.ssh;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.eclipse.jgit.transport.sshd.agent.AbstractConnector;
import org.jspecify.annotations.Nullable;

/** The socket of an ssh agent, which signs with keys that it never hands out. */
final class AgentSocket extends AbstractConnector {

  /** The question which keys the agent holds. */
  private static final byte REQUEST_IDENTITIES = 11;

  private static final byte SIGN_REQUEST = 13;

  private final Path path;
  private final AgentKeys seen;
  private @Nullable SocketChannel channel;

  AgentSocket(Path path, AgentKeys seen) {
    this.path = path;
    this.seen = seen;
  }

  /** Whether there is an agent; without one the keys in files are still tried. */
  @Override
  public boolean connect() {
    if (channel != null && channel.isOpen()) {
      return true;
    }
    try {
      channel = SocketChannel.open(UnixDomainSocketAddress.of(path));
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      seen.silent(path);
      return false;
    }
  }

  @Override
  public byte[] rpc(byte command, byte[] message) throws IOException {
    SocketChannel open = channel;
    if (open == null) {
      throw new IOException("there is no connection to the ssh agent");
    }
    prepareMessage(command, message);
    ByteBuffer question = ByteBuffer.wrap(message);
    while (question.hasRemaining()) {
      open.write(question);
    }
    byte[] answer = read(open, toLength(command, read(open, Integer.BYTES)));
    if (command == REQUEST_IDENTITIES) {
      seen.listed(answer);
    }
    return command == SIGN_REQUEST ? AgentSignature.named(message, answer) : answer;
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }

  private static byte[] read(SocketChannel open, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (open.read(bytes) < 0) {
        throw new EOFException("the ssh agent ended the connection");
      }
    }
    return bytes.array();
  }
}
