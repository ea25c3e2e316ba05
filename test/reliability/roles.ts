import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, type JWTHeaderParameters, SignJWT } from 'jose';
import { makeKey } from '../../src/server/keys.ts';

/** Those who ask: with which header, and what they may do. */

/** One of them. */
export type Role = {
  readonly name: string;
  readonly authorization?: string;
  readonly may: readonly string[];
};

/** Where tokens come from, in tests. */
export type Issuer = {
  readonly jwksUrl: string;
  readonly token: (claims?: {
    scope?: string;
    audience?: string;
    issuer?: string;
    expires?: string | undefined;
  }) => Promise<string>;
  /** Tokens that would let in who is not meant, each with what is wrong with it. */
  readonly forged: readonly (readonly [what: string, token: string])[];
  readonly close: () => void;
};

export const ISSUER = 'https://issuer.example';
export const AUDIENCE = 'attested';

/** Serves the public half of a fresh key on the loopback. */
export async function startIssuer(): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' };
  const server: Server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    jwksUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`,
    token: (claims = {}) => {
      const { scope = 'read', audience = AUDIENCE, issuer = ISSUER, expires } = { expires: '10m', ...claims };
      const token = new SignJWT({ scope })
        .setProtectedHeader({ alg: 'ES256', kid: 'one' })
        .setSubject('someone')
        .setIssuer(issuer)
        .setAudience(audience);
      return (expires === undefined ? token : token.setExpirationTime(expires)).sign(privateKey);
    },
    forged: await forge(jwk),
    close: () => server.close(),
  };
}

/** Tokens of one who has no key but the published one. */
async function forge(jwk: JWK): Promise<Issuer['forged']> {
  const own = await generateKeyPair('ES256', { extractable: true });
  const secret = new TextEncoder().encode(JSON.stringify(jwk));
  const claims = { sub: 'x', iss: ISSUER, aud: AUDIENCE, scope: 'admin' };
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const body = encode({ ...claims, exp: Math.floor(Date.now() / 1_000) + 600 });
  const sign = (header: JWTHeaderParameters, by: Parameters<SignJWT['sign']>[0]) =>
    new SignJWT(claims).setProtectedHeader(header).setExpirationTime('10m').sign(by);
  return [
    ['that nobody signed', `${encode({ alg: 'none' })}.${body}.`],
    ['that nobody signed, with a name of a key', `${encode({ alg: 'ES256', kid: 'one' })}.${body}.`],
    ['signed with the published key as a secret', await sign({ alg: 'HS256', kid: 'one' }, secret)],
    ['signed with a key of its own', await sign({ alg: 'ES256', kid: 'one' }, own.privateKey)],
    [
      'that brings its own key',
      await sign({ alg: 'ES256', jwk: await exportJWK(own.publicKey) }, own.privateKey),
    ],
    ['of an unknown key', await sign({ alg: 'ES256', kid: '../../one' }, own.privateKey)],
  ];
}

/** All roles, and the file of keys that knows some of them. */
export async function makeRoles(issuer: Issuer): Promise<{ roles: readonly Role[]; keyFile: string }> {
  const read = makeKey('reader', { scopes: ['read'] });
  const whole = makeKey('exporter', { scopes: ['export'] });
  const admin = makeKey('admin', { scopes: ['admin'] });
  const basic = (user: string, password: string) => ({
    authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
  });
  const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
  const roles: readonly Role[] = [
    { name: 'nobody', may: [] },
    { name: 'a wrong key', ...bearer(makeKey('x', { scopes: ['admin'] }).key), may: [] },
    { name: 'a changed key', ...bearer(`${admin.key}x`), may: [] },
    { name: 'the hash of a key', ...bearer(admin.entry.hash), may: [] },
    { name: 'a wrong key by Basic', ...basic('reader', makeKey('x', { scopes: ['admin'] }).key), may: [] },
    { name: 'a key as the user of Basic', ...basic(admin.key, ''), may: [] },
    { name: 'a key as the password of Basic', ...basic('whoever', read.key), may: ['read'] },
    { name: 'a key to export by Basic', ...basic('', whole.key), may: ['read', 'export'] },
    { name: 'a token that has expired', ...bearer(await issuer.token({ expires: '-1m' })), may: [] },
    { name: 'a token for another service', ...bearer(await issuer.token({ audience: 'other' })), may: [] },
    {
      name: 'a token of another issuer',
      ...bearer(await issuer.token({ issuer: 'https://evil.example' })),
      may: [],
    },
    ...issuer.forged.map(([what, token]): Role => ({ name: `a token ${what}`, ...bearer(token), may: [] })),
    { name: 'a token without an end', ...bearer(await issuer.token({ expires: undefined })), may: [] },
    { name: 'a token without scopes', ...bearer(await issuer.token({ scope: 'other' })), may: ['nothing'] },
    { name: 'a key to read', ...bearer(read.key), may: ['read'] },
    { name: 'a token to read', ...bearer(await issuer.token()), may: ['read'] },
    { name: 'a key to export', ...bearer(whole.key), may: ['read', 'export'] },
    { name: 'a key of an admin', ...bearer(admin.key), may: ['read', 'export', 'reload', 'admin'] },
  ];
  return { roles, keyFile: JSON.stringify({ keys: [read.entry, whole.entry, admin.entry] }) };
}
