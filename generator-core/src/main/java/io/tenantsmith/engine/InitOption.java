package io.tenantsmith.engine;

import java.util.Locale;

/** What a new fleet is made of: an option of {@code init}, and the question where it is missing. */
public enum InitOption {
  FLEET_NAME("Name of the fleet"),
  DOMAIN("Domain of the tenants' sites, best one of its own, for instance sites.example.net"),
  CONTACT_EMAIL("Mail address of whoever runs the platform"),
  CLUSTER_NAME("Name of the first cluster"),
  REGION("Region of that cluster"),
  REPOSITORY("GitOps repository: https, ssh or a local path"),
  BRANCH("Branch of the GitOps repository"),
  SYNC("What syncs the cluster: flux, argocd, both or none"),
  CI("Pipelines: github, gitlab, jenkins, or none"),
  PLUGIN_REPOSITORY("Maven repository of the plugin");

  private final String question;

  InitOption(String question) {
    this.question = question;
  }

  /** The name of the option, for instance {@code fleet-name}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What to ask where it is not given. */
  public String question() {
    return question;
  }

  /** Whether it is asked for; the others have a default that most fleets keep. */
  public boolean isAsked() {
    return this != BRANCH && this != PLUGIN_REPOSITORY;
  }
}
