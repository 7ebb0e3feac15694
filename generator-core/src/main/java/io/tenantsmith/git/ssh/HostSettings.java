package io.tenantsmith.git.ssh;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.transport.SshConfigStore;
import org.eclipse.jgit.transport.SshConstants;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ~/.ssh/config} says of a host; a key that was named for this run takes the place of
 * those it lists.
 */
final class HostSettings implements SshConfigStore {

  private final SshConfigStore file;
  private final Optional<Path> key;
  private volatile HostConfig last = EMPTY_CONFIG;

  HostSettings(SshConfigStore file, Optional<Path> key) {
    this.file = file;
    this.key = key;
  }

  /** Who logs in with what, as was last said of a host. */
  Login login() {
    List<String> values = last.getValues(SshConstants.IDENTITY_FILE);
    List<Path> files =
        values == null ? List.of() : values.stream().map(Path::of).filter(Files::exists).toList();
    String only = last.getValue(SshConstants.IDENTITIES_ONLY);
    return new Login(
        Optional.ofNullable(last.getValue(SshConstants.USER)),
        files,
        SshConstants.YES.equalsIgnoreCase(only),
        Optional.ofNullable(last.getValue(SshConstants.PROXY_COMMAND))
            .filter(command -> !command.equalsIgnoreCase(SshConstants.NONE)));
  }

  /**
   * Who logs in with what.
   *
   * @param identities files of keys that are there
   * @param onlyThose whether neither the usual files nor other keys of an agent count
   * @param proxyCommand a program that would make the connection
   */
  record Login(
      Optional<String> user,
      List<Path> identities,
      boolean onlyThose,
      Optional<String> proxyCommand) {

    /** Of no host anything was said. */
    static final Login NONE = new Login(Optional.empty(), List.of(), false, Optional.empty());

    Login {
      identities = List.copyOf(identities);
    }
  }

  @Override
  public HostConfig lookup(String hostName, int port, @Nullable String userName) {
    return chosen(file.lookup(hostName, port, userName));
  }

  @Override
  public HostConfig lookupDefault(String hostName, int port, @Nullable String userName) {
    return chosen(file.lookupDefault(hostName, port, userName));
  }

  private HostConfig chosen(HostConfig found) {
    HostConfig result = key.<HostConfig>map(only -> new WithKey(found, only)).orElse(found);
    last = result;
    return result;
  }

  private record WithKey(HostConfig rest, Path key) implements HostConfig {

    @Override
    public @Nullable String getValue(String name) {
      if (SshConstants.IDENTITIES_ONLY.equalsIgnoreCase(name)) {
        return SshConstants.YES;
      }
      return SshConstants.IDENTITY_FILE.equalsIgnoreCase(name)
          ? key.toString()
          : rest.getValue(name);
    }

    @Override
    public List<String> getValues(String name) {
      if (SshConstants.IDENTITY_FILE.equalsIgnoreCase(name)) {
        return List.of(key.toString());
      }
      List<String> values = rest.getValues(name);
      return values == null ? List.of() : new ArrayList<>(values);
    }

    @Override
    public Map<String, String> getOptions() {
      Map<String, String> options = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      options.putAll(rest.getOptions());
      options.put(SshConstants.IDENTITIES_ONLY, SshConstants.YES);
      return options;
    }

    @Override
    public Map<String, List<String>> getMultiValuedOptions() {
      Map<String, List<String>> options = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      options.putAll(rest.getMultiValuedOptions());
      options.put(SshConstants.IDENTITY_FILE, List.of(key.toString()));
      return options;
    }
  }
}
