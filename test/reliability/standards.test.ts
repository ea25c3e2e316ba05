import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { build } from '../support/borrow.ts';
import { copChecks } from './cop.ts';
import { type RealService, startReal } from './service.ts';

beforeAll(build);

describe('GraphQL over HTTP', () => {
  let service: RealService;
  beforeAll(async () => {
    service = await startReal();
  });
  afterAll(() => service?.stop());

  // A client that is no web form says so: csrf prevention asks for a header that a form cannot send.
  const fetchFn = (input: string, init: RequestInit = {}) =>
    fetch(input, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), 'apollo-require-preflight': 'true' },
    });
  const audits = serverAudits({ url: () => `${service.url}/graphql`, fetchFn });

  test('has the 61 audits', () => {
    expect(audits).toHaveLength(61);
  });

  test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))(
    '%s %s',
    async (_id, _name, audit) => {
      const result = await audit.fn();
      expect({ status: result.status, ...('reason' in result && { reason: result.reason }) }).toEqual({
        status: 'ok',
      });
    },
  );
});

describe('the checks of graphql-cop on a locked service', () => {
  let folder: string;
  let service: RealService;
  const trusted = '{ people { totalCount } }';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'attested-'));
    const manifest = join(folder, 'manifest.json');
    const id = createHash('sha256').update(trusted).digest('hex');
    writeFileSync(manifest, JSON.stringify({ [id]: trusted }));
    service = await startReal({ TRUSTED_DOCUMENTS: manifest, INTROSPECTION: 'false' });
  });
  afterAll(async () => {
    await service?.stop();
  });

  test.each(copChecks)('$name is not there', async ({ flagged }) => {
    expect(await flagged(service)).toBe(false);
  });

  test('while a trusted document is answered, by its text, its id and both ways of GET', async () => {
    const id = createHash('sha256').update(trusted).digest('hex');
    const preflighted = { 'apollo-require-preflight': 'true' };
    const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: id } });
    const answers = await Promise.all([
      service.ask(trusted),
      service.ask(undefined, { documentId: `sha256:${id}` }),
      service.ask(undefined, { extensions: JSON.parse(extensions) }),
      service.send({ path: `/graphql?documentId=sha256:${id}`, headers: preflighted }),
      service.send({ path: `/graphql?extensions=${encodeURIComponent(extensions)}`, headers: preflighted }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  test('no change of a trusted document is answered', async () => {
    for (let at = 0; at < trusted.length; at += 1) {
      for (const changed of [
        trusted.slice(0, at) + trusted.slice(at + 1),
        `${trusted.slice(0, at)},${trusted.slice(at)}`,
      ]) {
        const { status, text } = await service.ask(changed);
        expect([status, text]).toEqual([403, expect.stringContaining('DOCUMENT_NOT_TRUSTED')]);
      }
    }
  });
});
