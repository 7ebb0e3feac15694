package io.tenantsmith.model;

import java.util.Set;

/**
 * What browsers call a site and certificate authorities a registered domain: the part of a host
 * name that somebody registered. Hosts of one site can set cookies for each other.
 *
 * @param value for instance {@code example.com} or {@code example.co.uk}
 */
public record SiteName(String value) {

  // A few of the public suffixes of two labels; the whole list is longer than this program.
  private static final Set<String> SECOND = Set.of("ac", "co", "com", "edu", "gov", "net", "org");
  private static final Set<String> REGISTRIES =
      Set.of(
          "ar", "au", "br", "cn", "cy", "eg", "hk", "id", "il", "in", "jp", "ke", "kr", "mx", "my",
          "ng", "nz", "pe", "ph", "pk", "pl", "sa", "sg", "th", "tr", "tw", "ua", "uk", "ve", "vn",
          "za");

  /** The site of a host. */
  public static SiteName of(HostName host) {
    String[] labels = host.value().split("\\.", -1);
    int last = labels.length - 1;
    boolean suffix =
        last > 1 && SECOND.contains(labels[last - 1]) && REGISTRIES.contains(labels[last]);
    String site = labels[last - 1] + "." + labels[last];
    return new SiteName(suffix ? labels[last - 2] + "." + site : site);
  }
}
