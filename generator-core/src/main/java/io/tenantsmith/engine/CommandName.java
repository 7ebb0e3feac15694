package io.tenantsmith.engine;

import java.util.Locale;

/** All commands, in the order of the documentation; fronts and tests list them from here. */
public enum CommandName {
  /** Writes the files of a new fleet. */
  INIT,
  /** Writes the file of a new tenant. */
  NEW,
  /** Checks the inputs. */
  VALIDATE,
  /** Says what would change, for whom, why and how dangerous it is. */
  PLAN,
  /** Writes the output folder. */
  GENERATE,
  /** Checks whether the output folder is current. */
  CHECK,
  /** Tells where a value comes from, and what moves a field. */
  EXPLAIN,
  /** Commits the rendered tree and pushes it. */
  PUBLISH,
  /** Moves a tenant one state further, towards its removal. */
  OFFBOARD,
  /** Moves a tenant back towards active. */
  RESTORE,
  /** Makes the certificate of an erased tenant. */
  CERTIFICATE,
  /** Takes a tier's roll-out one step further. */
  PROMOTE,
  /** Tells what machine, repository and remote lack. */
  DOCTOR;

  /** The name as users write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
