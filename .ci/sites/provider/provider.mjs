// An OpenID provider at Authentik's paths, with what the blueprints say: clients, their addresses, claims of people.
// Usage: node provider.mjs SETTINGS.json     SETTINGS: issuer, paths, client, people, scopes, address, port, certificate, key, modules
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:https';
import { pathToFileURL } from 'node:url';

const settings = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const modules = createRequire(settings.modules + '/package.json');
const { default: Provider } = await import(pathToFileURL(modules.resolve('oidc-provider')));

const provider = new Provider(settings.issuer, {
  clients: [settings.client],
  routes: settings.paths,
  scopes: settings.scopes,
  claims: settings.claims,
  // Authentik puts all claims into the ID token, too (include_claims_in_id_token).
  conformIdTokenClaims: false,
  pkce: { required: () => false },
  features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
  cookies: { keys: ['a key of the test'] },
  findAccount(context, id) {
    const person = settings.people[id];
    return person && { accountId: id, claims: () => ({ sub: id, ...person }) };
  },
  // Authentik asks nobody for consent (default-provider-authorization-implicit-consent).
  async loadExistingGrant(context) {
    const grant = new context.oidc.provider.Grant({
      clientId: context.oidc.client.clientId,
      accountId: context.oidc.session.accountId,
    });
    grant.addOIDCScope(settings.scopes.join(' '));
    await grant.save();
    return grant;
  },
});

for (const event of ['authorization.error', 'grant.error', 'end_session.error', 'userinfo.error', 'server_error']) {
  provider.on(event, (context, error) => console.error(`${event}: ${error.message} ${error.error_description ?? ''}`));
}
provider.on('grant.success', (context) => console.error(`token: ${context.oidc.params.grant_type}`));

createServer({ cert: readFileSync(settings.certificate), key: readFileSync(settings.key) }, provider.callback())
  .listen(settings.port, settings.address, () => console.log('listening'));
