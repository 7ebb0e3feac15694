/**
 * What Kubernetes objects create and need: the pods and volumes that objects create, themselves or
 * through their operators, and how much all of them need at their peak. The quota, the capacity of
 * a cluster and the check of rendered objects all come from this one computation. Entry: {@link
 * io.tenantsmith.demand.PeakDemand}.
 */
@NullMarked
package io.tenantsmith.demand;

import org.jspecify.annotations.NullMarked;
