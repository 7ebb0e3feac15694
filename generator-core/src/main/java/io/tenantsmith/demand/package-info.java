/**
 * What Kubernetes objects make and take: the pods and volumes that objects bring about, themselves
 * or by their operators, and how much all of them take at their peak. The quota, the capacity of a
 * cluster and the check of what is rendered are made of this one computation. Entry: {@link
 * io.tenantsmith.demand.PeakDemand}.
 */
@NullMarked
package io.tenantsmith.demand;

import org.jspecify.annotations.NullMarked;
