package io.tenantsmith.planning.danger;

import io.tenantsmith.demand.ObjectValues;
import io.tenantsmith.demand.Pod;
import io.tenantsmith.demand.Pods;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pods of two states. A Job has a new name with each change, so its pods are found again by
 * their labels.
 */
record PodPairs(List<PodPair> all) {

  PodPairs {
    all = List.copyOf(all);
  }

  /**
   * Pods of one object.
   *
   * @param old what they were; empty if they are new
   */
  record PodPair(Optional<Pod> old, Pod now) {

    String namespace() {
      return now.source().namespace();
    }
  }

  static PodPairs of(List<ObjectValues> before, List<ObjectValues> after) {
    List<Pod> old = Pods.of(before);
    List<PodPair> pairs = new ArrayList<>();
    for (Pod now : Pods.of(after)) {
      Optional<Pod> same =
          old.stream()
              .filter(pod -> isSamePlace(pod, now))
              .findFirst()
              .or(() -> old.stream().filter(pod -> isAlike(pod, now)).findFirst());
      pairs.add(new PodPair(same, now));
    }
    return new PodPairs(pairs);
  }

  private static boolean isSamePlace(Pod one, Pod other) {
    return one.source().object().ref().equals(other.source().object().ref())
        && one.spec().path().equals(other.spec().path());
  }

  private static boolean isAlike(Pod one, Pod other) {
    return one.source().kind().equals(other.source().kind())
        && one.source().namespace().equals(other.source().namespace())
        && !other.labels().isEmpty()
        && one.labels().equals(other.labels());
  }
}
