import type { Answer, RealService } from './service.ts';

/** The checks of graphql-cop, https://github.com/dolevf/graphql-cop, by their own criteria. */

/** One weakness that is looked for. */
export type CopCheck = {
  readonly name: string;
  readonly flagged: (service: RealService) => Promise<boolean>;
};

const get = (service: RealService, query: string): Promise<Answer> =>
  service.send({ path: `/graphql?query=${encodeURIComponent(query)}` });

// biome-ignore lint/suspicious/noExplicitAny: whatever the service answers
function json({ text }: Answer): any {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

const types =
  '{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }';

/** All of them. */
export const copChecks: readonly CopCheck[] = [
  {
    name: 'alias overloading',
    flagged: async (service) => {
      const aliases = Array.from({ length: 101 }, (_, i) => `alias${i}:__typename`).join(' ');
      return json(await service.ask(`query cop { ${aliases} }`)).data?.alias100 !== undefined;
    },
  },
  {
    name: 'array-based batching',
    flagged: async (service) => {
      const body = JSON.stringify(Array(10).fill({ query: 'query cop { __typename }' }));
      const headers = { 'content-type': 'application/json' };
      return json(await service.send({ path: '/graphql', method: 'POST', headers, body })).length === 10;
    },
  },
  {
    name: 'circular introspection',
    flagged: async (service) => (json(await service.ask(types)).data?.__schema?.types?.length ?? 0) > 25,
  },
  {
    name: 'directive overloading',
    flagged: async (service) =>
      json(await service.ask(`query cop { __typename ${'@aa'.repeat(10)} }`)).errors?.length === 10,
  },
  {
    name: 'field duplication',
    flagged: async (service) =>
      json(await service.ask(`query cop { ${'__typename '.repeat(500)} }`)).data?.__typename !== undefined,
  },
  {
    name: 'field suggestions',
    flagged: async (service) =>
      (await service.ask('query cop { __schema { directive } }')).text.includes('Did you mean'),
  },
  {
    name: 'queries by GET',
    flagged: async (service) =>
      json(await get(service, 'query cop { __typename }')).data?.__typename !== undefined,
  },
  {
    name: 'mutations by GET',
    flagged: async (service) =>
      json(await get(service, 'mutation cop { __typename }')).data?.__typename !== undefined,
  },
  {
    name: 'queries by form',
    flagged: async (service) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const body = 'query=query+cop+%7B__typename%7D';
      const answer = await service.send({ path: '/graphql', method: 'POST', headers, body });
      return json(answer).data?.__typename !== undefined;
    },
  },
  {
    name: 'introspection',
    flagged: async (service) =>
      json(await service.ask('query cop { __schema { types { name fields { name } } } }')).data?.__schema !==
      undefined,
  },
  {
    name: 'an explorer at the endpoint',
    flagged: async (service) => {
      const { text } = await service.send({ path: '/graphql', headers: { accept: 'text/html' } });
      return /graphiql|graphql playground|apollo sandbox/i.test(text);
    },
  },
  {
    name: 'traces in answers, or exceptions',
    flagged: async (service) => {
      const answers = [
        await service.ask('query cop { __typename }'),
        await service.ask('qwerty cop { abc }'),
      ];
      return answers.some((answer) => {
        const { extensions, errors } = json(answer);
        return extensions?.tracing !== undefined || errors?.[0]?.extensions?.exception !== undefined;
      });
    },
  },
];
