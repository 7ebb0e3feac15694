package io.tenantsmith.git.ssh;

import io.tenantsmith.diagnostic.Code;
import io.tenantsmith.diagnostic.Quoted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells why nobody was let in: which keys were tried, and which could not be.
 *
 * @param user as the server was told
 * @param keys of the files
 * @param agent names of the agent's keys
 * @param unanswered where no agent answered although one was named
 */
record LoginWords(String user, List<KeyTrial> keys, List<String> agent, Optional<Path> unanswered) {

  LoginWords {
    keys = List.copyOf(keys);
    agent = List.copyOf(agent);
  }

  static List<KeyTrial> trials(
      List<Path> files,
      SshSettings settings,
      Function<Path, Optional<Passphrases.Trouble>> troubles) {
    return files.stream()
        .map(file -> KeyTrial.of(file, settings.shown(file), troubles.apply(file)))
        .toList();
  }

  SshFailure denied(Throwable cause) {
    return new SshFailure(
        Code.PUB727, "lets nobody in as " + Quoted.words(user) + ": " + tried(), hint(), cause);
  }

  /** A server hangs up after a few keys, often before the right one was its turn. */
  SshFailure tooMany(Throwable cause) {
    return new SshFailure(
        Code.PUB727,
        "hung up after too many keys for " + Quoted.words(user) + ": " + tried(),
        "name the one key that it knows: "
            + (SshSettings.KEY + ", or IdentityFile and IdentitiesOnly yes in ~/.ssh/config"),
        cause);
  }

  private String tried() {
    List<String> said = new ArrayList<>();
    List<String> offered = new ArrayList<>();
    keys.stream().filter(LoginWords::wasOffered).forEach(key -> offered.add(key.words()));
    agent.forEach(key -> offered.add("the agent's " + Quoted.words(key)));
    if (!offered.isEmpty()) {
      said.add("it accepts none of " + String.join(", ", offered));
    }
    keys.stream().filter(key -> !wasOffered(key)).forEach(key -> said.add(key.words()));
    unanswered.ifPresent(
        socket -> said.add("no ssh-agent answers at " + Quoted.words(socket.toString())));
    if (said.isEmpty()) {
      said.add("there is no key in ~/.ssh and none in an ssh-agent");
    }
    return String.join("; ", said);
  }

  private String hint() {
    if (has(KeyTrial.State.PROTECTED)) {
      return "set " + SshSettings.PASSPHRASE + ", or give the key to an ssh-agent with ssh-add";
    }
    if (has(KeyTrial.State.WRONG_PASSPHRASE)) {
      return "correct the passphrase in " + SshSettings.PASSPHRASE;
    }
    if (has(KeyTrial.State.OFFERED) || !agent.isEmpty()) {
      return "register the public half of one of these keys at the host, with the right to write";
    }
    if (has(KeyTrial.State.UNREADABLE)) {
      return "write the key in OpenSSH's own format: ssh-keygen -p -f FILE";
    }
    return "make a key with ssh-keygen, register its public half at the host with the right to write,"
        + (" and name the file in " + SshSettings.KEY + " if it is not in ~/.ssh");
  }

  private boolean has(KeyTrial.State state) {
    return keys.stream().anyMatch(key -> key.state() == state);
  }

  private static boolean wasOffered(KeyTrial key) {
    return key.state() == KeyTrial.State.OFFERED;
  }
}
