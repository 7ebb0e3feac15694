package io.tenantsmith.render.platform;

import io.fabric8.kubernetes.api.model.ExecAction;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import java.util.List;

/** Makes probes; how often and how long is said by {@link #every}. */
final class Probes {

  private static final IntOrString PORT = new IntOrString("http");

  private Probes() {}

  /** Asks the port named http for a path. */
  static Probe http(String path) {
    HTTPGetAction action = new HTTPGetAction();
    action.setPath(path);
    action.setPort(PORT);
    Probe probe = new Probe();
    probe.setHttpGet(action);
    return probe;
  }

  /** Connects to the port named http. */
  static Probe tcp() {
    TCPSocketAction action = new TCPSocketAction();
    action.setPort(PORT);
    Probe probe = new Probe();
    probe.setTcpSocket(action);
    return probe;
  }

  /** Runs a command in the container. */
  static Probe exec(String... command) {
    ExecAction action = new ExecAction();
    action.setCommand(List.of(command));
    Probe probe = new Probe();
    probe.setExec(action);
    return probe;
  }

  /** Gives up after so many failures in a row, with one attempt in so many seconds. */
  static Probe every(int seconds, int failures, Probe probe) {
    probe.setPeriodSeconds(seconds);
    probe.setFailureThreshold(failures);
    return probe;
  }

  /** The same, with an attempt that may take so many seconds. */
  static Probe every(int seconds, int failures, int timeout, Probe probe) {
    probe.setTimeoutSeconds(timeout);
    return every(seconds, failures, probe);
  }
}
