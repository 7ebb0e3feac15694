package io.tenantsmith.render.site;

import io.tenantsmith.model.Bytes;
import io.tenantsmith.model.MailRelay;
import io.tenantsmith.model.MailSecurity;
import io.tenantsmith.model.Plugin;
import io.tenantsmith.model.TenantKeys;
import io.tenantsmith.model.WebPlan;
import io.tenantsmith.render.ContentDigest;
import io.tenantsmith.render.TextDigests;
import io.tenantsmith.render.TextFile;
import io.tenantsmith.template.text.TextTemplate;
import io.tenantsmith.template.text.TextTemplates;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The PHP, Apache and shell files of a site. What people typed reaches shells through the
 * environment only, and PHP through it or the filter {@code php}; names and versions go through the
 * filters {@code php} and {@code word}. Thread-safe.
 */
final class WordPressTexts {

  static final String ACCOUNTS = "accounts.php";
  static final String CONTENT_AUTOMATION = "content-automation.php";
  static final String CONTENT_BOT = "content-bot.php";
  static final String EXTENSIONS = "extensions.php";
  static final String FIRST_PASSWORD = "first-password.php";
  static final String INSTALL = "install.sh";
  static final String MAIL = "mail.php";
  static final String RESET = "reset.php";
  static final String SEED = "seed.sh";
  static final String ROLES = "tenant-roles.php";

  /** What the install Job runs. */
  static final List<String> OF_THE_JOB =
      List.of(ACCOUNTS, CONTENT_BOT, EXTENSIONS, FIRST_PASSWORD, INSTALL, RESET, SEED);

  private static final List<String> EVERYWHERE =
      List.of(
          ACCOUNTS,
          "config-extra.php",
          EXTENSIONS,
          INSTALL,
          "platform.php",
          "ports.conf",
          "ready.php",
          RESET,
          SEED,
          "site.conf",
          "tenant.ini",
          "workers.conf",
          "wp-config.php");

  private static final List<String> SOMEWHERE = List.of(CONTENT_BOT, FIRST_PASSWORD, MAIL, ROLES);

  /** The same in each site, so it has no holes. */
  private static final TextFile PLUGIN = TextFile.beside(WordPressTexts.class, CONTENT_AUTOMATION);

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+_-]*");

  private final SortedMap<String, TextTemplate> templates = new TreeMap<>();
  private final TextDigests digests = new TextDigests();

  WordPressTexts() {
    TextTemplates folder =
        new TextTemplates(
            "io/tenantsmith/render/site",
            Map.of("php", WordPressTexts::php, "word", WordPressTexts::word));
    EVERYWHERE.forEach(name -> templates.put(name, folder.template(name)));
    SOMEWHERE.forEach(name -> templates.put(name, folder.template(name)));
  }

  /** The files of a site. */
  OfSite of(WordPressSite site) {
    return new OfSite(site);
  }

  private SortedMap<String, String> filled(Map<String, Object> context, Collection<String> names) {
    SortedMap<String, String> texts = new TreeMap<>();
    templates.forEach(
        (name, template) -> {
          if (names.contains(name) && isNeeded(name, context)) {
            texts.put(name, template.text(context));
          }
        });
    return texts;
  }

  private static boolean isNeeded(String name, Map<String, Object> context) {
    return switch (name) {
      case CONTENT_BOT -> Boolean.TRUE.equals(context.get("bot"));
      case FIRST_PASSWORD -> Boolean.TRUE.equals(context.get("firstPassword"));
      case MAIL -> context.containsKey("mailHost");
      case ROLES -> Boolean.TRUE.equals(context.get("sso"));
      default -> true;
    };
  }

  /** What the files of the install Job are made of. */
  private static Map<String, Object> contextOfTheJob(WordPressSite site) {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("sso", site.hasSso());
    context.put("plugins", trees(site.plugins()));
    context.put("themes", trees(site.themes()));
    context.put("administratorAddress", site.accountAddress("administrator"));
    context.put("bot", site.hasContentBot());
    context.put("botAddress", site.accountAddress("content-bot"));
    context.put("firstPassword", site.mailsFirstPassword());
    if (site.hasContentBot()) {
      context.put("botRole", site.contentBotRole());
      context.put("categories", site.tenant().get(TenantKeys.DEFAULT_CATEGORIES));
    }
    return context;
  }

  private static Map<String, Object> context(WordPressSite site) {
    Map<String, Object> context = contextOfTheJob(site);
    context.put("locked", !site.tenant().get(TenantKeys.CUSTOM_PLUGINS));
    context.put("canonical", site.host().value());
    context.put("client", "wordpress-" + site.tenant().id());
    context.put("issuer", site.scope().issuer());
    site.mail().ifPresent(mail -> putMail(mail, context));
    WebPlan web = site.tenant().web();
    context.put("workers", Integer.toString(web.workers()));
    context.put("mebiPerRequest", Long.toString(web.memoryPerRequest().count() / Bytes.MI));
    return context;
  }

  private static void putMail(MailRelay mail, Map<String, Object> context) {
    context.put("mailHost", mail.host().value());
    context.put("mailPort", Integer.toString(mail.port()));
    context.put("mailFrom", mail.from());
    // PHPMailer's words for encryption from the first byte and after a greeting
    context.put("mailEncryption", mail.security() == MailSecurity.TLS ? "ssl" : "tls");
    context.put("mailSecret", mail.secret().isPresent());
  }

  private static List<Map<String, String>> trees(List<Plugin> plugins) {
    return plugins.stream()
        .map(plugin -> Map.of("name", plugin.name(), "version", plugin.version()))
        .toList();
  }

  /** A string of PHP in single quotes, in which only two characters mean something. */
  static String php(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** A text that shells and Apache read as itself, with and without quotes. */
  static String word(String text) {
    if (!WORD.matcher(text).matches()) {
      throw new IllegalStateException("no word: " + text);
    }
    return text;
  }

  /**
   * The files of a site, made when they are first asked for: whoever only counts what its objects
   * request needs none of them.
   */
  final class OfSite {

    private final WordPressSite site;
    private @Nullable SortedMap<String, String> files;

    private OfSite(WordPressSite site) {
      this.site = site;
    }

    /**
     * The files by name. What they are made of is read each time, so that each reader's is noted.
     */
    SortedMap<String, String> files() {
      Map<String, Object> context = context(site);
      SortedMap<String, String> made = files;
      if (made == null) {
        made = filled(context, templates.keySet());
        if (site.hasContentBot()) {
          made.put(CONTENT_AUTOMATION, PLUGIN.text());
        }
        files = made;
      }
      return made;
    }

    /** The first digits of a digest of all files. */
    String digest(int digits) {
      return ContentDigest.ofFiles(files(), digests, digits);
    }

    /** A digest of the files that the install Job runs. */
    String digestOfTheJob() {
      return ContentDigest.ofFiles(filesOfTheJob(), digests, 64);
    }

    /** Those that the install Job runs; only what these are made of is read. */
    SortedMap<String, String> filesOfTheJob() {
      SortedMap<String, String> made = files;
      SortedMap<String, String> ofTheJob =
          new TreeMap<>(made == null ? filled(contextOfTheJob(site), OF_THE_JOB) : made);
      if (made != null) {
        contextOfTheJob(site);
      }
      ofTheJob.keySet().retainAll(OF_THE_JOB);
      return ofTheJob;
    }
  }
}
