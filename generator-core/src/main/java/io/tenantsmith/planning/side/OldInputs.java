package io.tenantsmith.planning.side;

import io.tenantsmith.git.CommitId;
import io.tenantsmith.run.LoadedFleet;
import io.tenantsmith.run.SettledFleet;

/**
 * The inputs of the base, read and bound anew.
 *
 * @param commit where they are; {@link CommitId#NONE} if they are those on disk
 * @param loaded as they were read, with their places
 * @param fleet what of them can be rendered
 */
public record OldInputs(CommitId commit, LoadedFleet loaded, SettledFleet fleet) {}
