package io.tenantsmith.render;

import io.tenantsmith.model.Fleet;
import java.util.List;

/** Renders what concerns all clusters of a fleet. Pure. */
public interface FleetContributor {

  /** Renders the artifacts. */
  List<Artifact> contribute(Fleet fleet);
}
