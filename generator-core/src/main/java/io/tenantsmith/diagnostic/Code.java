package io.tenantsmith.diagnostic;

/**
 * Every kind of diagnostic. The letters name the family, the number never changes its meaning; each
 * has a page {@code docs/diagnostics/<CODE>.md}.
 */
public enum Code {
  SRC101("a required file or folder is missing"),
  SRC102("there is no tenant"),
  SRC103("a file with the ending .yml"),
  SRC104("YAML in a sub-folder"),
  SRC105("a symbolic link"),
  SRC106("a file is too large"),
  SRC107("too many files"),
  SRC108("a file that is left alone"),
  SRC109("a file name that is not an id"),
  SRC110("a file that cannot be read"),

  YAM101("text is not UTF-8"),
  YAM102("a character that YAML files may not hold"),
  YAM103("a YAML syntax error"),
  YAM104("more than one document"),
  YAM105("an anchor or alias"),
  YAM106("a tag or directive"),
  YAM107("a duplicate key"),
  YAM108("a merge key"),
  YAM109("nesting is too deep"),
  YAM110("too many values in one file"),
  YAM111("the file is empty or not a mapping"),
  YAM112("a key that is not a plain name"),
  YAM113("a merge conflict marker"),

  SCH001("a required field is missing"),
  SCH002("a value of the wrong type"),
  SCH003("an unknown field"),
  SCH004("a value outside the allowed ones"),
  SCH005("a value of the wrong form"),
  SCH006("a value that is too long, too short, too large or too small"),
  SCH007("a secret in an input file"),
  SCH008("not supported yet"),
  SCH009("an unquoted text that YAML 1.1 reads as something else"),
  SCH010("a repeated item"),
  SCH011("more mistakes than are shown"),

  VAL101("not a tenant id"),
  VAL102("not a host name"),
  VAL103("not a quantity"),
  VAL104("not a mail address"),
  VAL105("not a display name"),
  VAL106("not a schedule"),
  VAL107("not an address range"),
  VAL108("not an https URL"),
  VAL109("not a user name"),
  VAL110("not a slug or version"),
  VAL111("not an image reference"),
  VAL112("not a style sheet"),
  VAL113("not a date"),
  VAL114("not a name"),
  VAL115("a patch that is not allowed"),

  TEN201("the file name is not the tenant id"),
  TEN202("a reserved tenant id"),
  TEN203("a tenant id used twice"),
  TEN204("an unknown tier"),
  TEN205("an unknown cluster"),
  TEN206("the cluster must be named"),
  TEN207("the region is not the cluster's"),
  TEN208("an unknown template"),
  TEN209("a host name derived from the id is too long"),
  TEN210("a host name that belongs to somebody else"),
  TEN211("a host name under the platform's domain"),
  TEN212("a host name twice in one tenant"),
  TEN213("a feature that the tier does not have"),
  TEN214("more custom domains than the tier has"),
  TEN215("branding without white labelling"),
  TEN216("a resource above the tier's limit"),
  TEN217("a request above its limit"),
  TEN218("a plan too small for the workloads"),
  TEN219("plugins or theme without the feature"),
  TEN221("a state without its field, or a field without its state"),
  TEN222("a host name above another tenant's"),

  TIR301("the file name is not the tier"),
  TIR302("a tier extends what is not there"),
  TIR303("tiers extend each other in a circle"),
  TIR304("a template holds what only a tier may"),
  TIR305("the file name is not the template"),
  TIR306("a tier's numbers contradict each other"),

  FLT401("two clusters of one name"),
  FLT402("a host of the platform is used twice"),
  FLT403("a cluster over its capacity"),
  FLT404("a cluster near its capacity"),
  FLT405("a setting of the platform that is not supported"),
  FLT406("more tenants than a cluster carries"),
  FLT407("a setting of secrets that does not work"),
  FLT408("a sync tool without a repository to read"),
  FLT409("no mail can be sent"),
  FLT410("tenants' sites share cookies with the platform"),
  FLT411("two clusters of one host"),
  FLT412("addresses of a service among those of pods"),

  LIF101("a tenant file is gone"),
  LIF103("a tenant would move"),
  LIF104("a volume would shrink"),
  LIF105("a volume would change its storage class"),
  LIF106("a cluster would change its region"),
  LIF107("a tenant would change its namespace"),
  LIF108("a replicated database would lose its replicas"),

  OUT501("a managed file was edited by hand"),
  OUT502("a managed file is missing"),
  OUT503("a file of somebody else is in the way"),
  OUT504("the ownership index is broken"),
  OUT505("the ownership index is missing"),
  OUT506("the output is not current"),
  OUT507("another run is at work"),
  OUT508("the output cannot be written"),
  OUT509("a path of the output leads through a link"),

  OBJ601("a secret in the output"),
  OBJ602("an object that reaches beyond its tenant"),
  OBJ603("a Secret that nothing makes"),
  OBJ604("an object that is not there"),
  OBJ605("a container without its resources"),
  OBJ606("an amount outside the limit range"),
  OBJ607("more than the quota allows"),
  OBJ608("a pod that is not restricted"),
  OBJ609("a name or label that is not possible"),
  OBJ610("a host name that is not the tenant's"),
  OBJ611("an amount that a server would rewrite"),
  OBJ612("a variable that Flux would replace"),

  PCH651("a patch that matches nothing"),
  PCH652("a patch of what belongs to the platform"),
  PCH653("a patch that leaves the tenant's namespace"),
  PCH654("a patch that makes an unknown field"),
  PCH655("a patch that cannot be applied"),

  PUB701("the GitOps repository cannot be reached"),
  PUB702("the GitOps repository does not exist"),
  PUB703("the push was refused"),
  PUB704("others were faster too often"),
  PUB705("superseded by a newer publish"),
  PUB706("a managed path of the repository is a link or submodule"),
  PUB707("a setting of publish does not work"),
  PUB708("a lock was left behind"),
  PUB709("the Git repository cannot be read or written"),
  PUB710("the repository of the inputs cannot be read"),

  SEL101("a selection that matches nothing"),

  GRD801("more tenants removed than allowed"),
  GRD802("more tenants changed than allowed");

  private final String title;

  Code(String title) {
    this.title = title;
  }

  /** A few words, the same for every diagnostic of this code. */
  public String title() {
    return title;
  }
}
