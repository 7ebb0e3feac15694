package io.tenantsmith.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of regions in a text that says where data goes: those of large clouds, by their form, and
 * those of the fleet's other clusters.
 */
public final class Regions {

  private static final List<String> SIDES = List.of("central", "north", "south", "east", "west");
  private static final String SIDE = "(?:central|(?:north|south)(?:east|west)?|east|west)";

  /** {@code eu-central-1}, also of a zone, and of stores that number with more digits. */
  private static final String DASHED =
      "(?:af|ap|ca|cn|eu|il|me|mx|sa|us)(?:-gov|-iso[a-z]?)?-" + SIDE + "-[0-9]{1,3}(?=[a-z]?\\b)";

  /** {@code europe-west3}, also of a zone. */
  private static final String GOOGLE =
      "(?:africa|asia|australia|europe|me|northamerica|southamerica|us)-"
          + SIDE
          + "[0-9]{1,2}(?=(?:-[a-f])?\\b)";

  private static final String AZURE =
      "(?:(?:north|south|west)?centralus|(?:east|west)us[23]?|canada(?:central|east)|brazilsouth"
          + "|(?:north|west)europe|uk(?:south|west)|francecentral|germanywestcentral"
          + "|switzerland(?:north|west)|norway(?:east|west)|swedencentral|polandcentral|italynorth"
          + "|spaincentral|uaenorth|qatarcentral|israelcentral|southafrica(?:north|west)"
          + "|australia(?:central|east|southeast)|(?:south)?eastasia|japan(?:east|west)"
          + "|korea(?:central|south)|(?:central|south|west)india)\\b";

  /** Of Oracle, Scaleway, Hetzner and DigitalOcean. */
  private static final String OTHERS =
      "(?:(?:ap|ca|eu|il|me|mx|sa|uk|us)-(?:frankfurt|amsterdam|zurich|paris|marseille|milan|madrid"
          + "|stockholm|london|newport|ashburn|phoenix|sanjose|chicago|toronto|montreal|saopaulo"
          + "|vinhedo|tokyo|osaka|seoul|chuncheon|mumbai|hyderabad|singapore|sydney|melbourne"
          + "|jerusalem|jeddah|dubai|abudhabi|santiago|bogota|queretaro|monterrey)-[0-9]"
          + "|fr-par|nl-ams|pl-waw|fsn1|nbg1|hel1|nyc[123]|sfo[123]|ams[23]|sgp1|lon1|fra1|tor1|blr1"
          + "|syd1)\\b";

  private static final Pattern KNOWN =
      Pattern.compile("\\b(?:" + DASHED + "|" + GOOGLE + "|" + AZURE + "|" + OTHERS + ")");

  private final Set<String> own;
  private final Set<String> others;

  /**
   * The regions as one cluster sees them.
   *
   * @param own names of the region that it is in
   * @param others names of other regions of the fleet
   */
  private Regions(Collection<String> own, Collection<String> others) {
    this.own = new TreeSet<>(own);
    this.others = new TreeSet<>(others);
    this.others.removeAll(own);
  }

  /**
   * The regions as a cluster of a fleet sees them. A region that no cloud knows may be the one that
   * the store of its backups is said to be in.
   */
  public static Regions of(Cluster cluster, Fleet fleet) {
    List<String> own = new ArrayList<>(List.of(cluster.region().value()));
    if (!isKnown(cluster.region().value())) {
      own.add(cluster.backup().region());
    }
    return new Regions(own, fleet.clusters().stream().map(c -> c.region().value()).toList());
  }

  /** Whether that is the name of a region of a large cloud. */
  public static boolean isKnown(String name) {
    return KNOWN.matcher(name).matches();
  }

  /** Another region that a text names and that is not beside the cluster's own in it. */
  public Optional<String> foreignIn(String destination) {
    return names(destination, own)
        ? Optional.empty()
        : knownIn(destination)
            .or(() -> others.stream().filter(o -> names(destination, o)).findFirst());
  }

  /** Whether at that dash of a text the name of a region may be: a quick look before a long one. */
  public static boolean mayBeAt(String text, int dash) {
    return SIDES.stream().anyMatch(side -> text.startsWith(side, dash + 1));
  }

  /** Another region of a large cloud that a text names. */
  public Optional<String> knownIn(String text) {
    Matcher matcher = KNOWN.matcher(text);
    return matcher
        .results()
        .map(MatchResult::group)
        .filter(name -> !own.contains(name))
        .findFirst();
  }

  private static boolean names(String text, Collection<String> regions) {
    return regions.stream().anyMatch(region -> names(text, region));
  }

  /** Whether a text has that word, or that word with the letter of a zone. */
  private static boolean names(String text, String region) {
    for (int at = text.indexOf(region); at >= 0; at = text.indexOf(region, at + 1)) {
      int end = at + region.length();
      boolean begins = at == 0 || !isPart(text, at - 1);
      if (begins && (!isPart(text, end) || !isPart(text, end + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPart(String text, int at) {
    return at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }
}
