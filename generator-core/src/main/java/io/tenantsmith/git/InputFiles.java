package io.tenantsmith.git;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The input files of a run as they were read.
 *
 * @param root the fleet's root
 * @param folders names of the folders below it that hold inputs
 * @param contents bytes by path below the root; never changed
 */
public record InputFiles(Path root, List<String> folders, SortedMap<String, byte[]> contents) {

  /** Copies the collections. */
  public InputFiles {
    folders = List.copyOf(folders);
    contents = Collections.unmodifiableSortedMap(new TreeMap<>(contents));
  }
}
