import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { settings } from '../src/config.ts';
import { build } from './support/borrow.ts';

const read = (path: string) => readFileSync(path, 'utf8');

describe('docker-compose.yml', () => {
  const { services, volumes } = parse(read('docker-compose.yml'));

  test('starts the service when Neo4j is healthy, and asks both for their health', () => {
    expect(services.neo4j.image).toBe('neo4j:5.26-community');
    expect(services.attested.build).toBe('.');
    expect(services.attested.depends_on.neo4j.condition).toBe('service_healthy');
    expect(services.neo4j.healthcheck.test.join(' ')).toContain('7687');
    expect(services.attested.healthcheck.test.join(' ')).toContain('/readyz');
  });

  test('has the graph loaded, which the service never does itself, before the service starts', () => {
    expect(services.load.command.at(-1)).toBe('load');
    expect(services.load.depends_on.neo4j.condition).toBe('service_healthy');
    expect(services.attested.depends_on.load.condition).toBe('service_completed_successfully');
    expect(services.load.environment).toEqual(services.attested.environment);
  });

  test('keeps the graph in a volume of its own', () => {
    const [name, path] = services.neo4j.volumes[0].split(':');
    expect(path).toBe('/data');
    expect(Object.keys(volumes)).toEqual([name]);
  });

  test('has no password of its own', () => {
    expect(services.neo4j.environment.NEO4J_AUTH).toMatch(/^neo4j\/\$\{NEO4J_PASSWORD:\?/);
    expect(services.attested.environment.NEO4J_PASSWORD).toMatch(/^\$\{NEO4J_PASSWORD:\?/);
  });

  test('opens ports to this machine only, and takes rights away', () => {
    const ports: string[] = [...services.neo4j.ports, ...services.attested.ports];
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
    for (const service of [services.load, services.attested]) {
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    }
  });

  test('sets only settings that there are', () => {
    const known = Object.values(settings).map((item) => item.name);
    expect(known).toEqual(expect.arrayContaining(Object.keys(services.attested.environment)));
  });
});

describe('Dockerfile', () => {
  const lines = read('Dockerfile').split('\n');

  test('runs as a user without rights, and no script of a package', () => {
    expect(lines).toContain('USER node');
    const installs = lines.filter((line) => line.includes('npm ci'));
    expect(installs).toHaveLength(2);
    for (const line of installs) expect(line).toContain('--ignore-scripts');
  });

  describe('has all that the service reads', () => {
    const tree = mkdtempSync(join(tmpdir(), 'attested-image-'));
    beforeAll(build);

    /** What the last stage copies, from the build or from the checkout, but for the packages. */
    const copied = lines
      .slice(lines.lastIndexOf('FROM node:20-slim'))
      .filter((line) => line.startsWith('COPY'))
      .flatMap((line) => {
        const words = line.split(' ').slice(1);
        const sources = words.filter((word) => !word.startsWith('--'));
        const to = sources.pop() ?? '';
        return sources.map((from) => {
          const path = from.replace('/app/', '');
          return { path, to: to === './' ? path : to, ours: !words[0]?.startsWith('--from') };
        });
      });

    test('and the build sees what it copies', () => {
      const ignored = read('.dockerignore').split('\n');
      expect(ignored).toContain('*');
      const ours = copied.filter((copy) => copy.ours).map(({ path }) => `!${path}`);
      expect(ignored).toEqual(
        expect.arrayContaining([...ours, '!src', '!tsconfig.json', '!.tsconfig.build.json']),
      );
    });

    test('so that it starts from these files alone', () => {
      for (const { path, to } of copied) {
        mkdirSync(dirname(join(tree, to)), { recursive: true });
        cpSync(path, join(tree, to), { recursive: true });
      }
      symlinkSync(resolve('node_modules'), join(tree, 'node_modules'));
      // Speaking to a model, it has loaded all it needs before it finds that nobody asks.
      const args = [join(tree, 'dist/main.js'), 'mcp'];
      const { status, stderr } = spawnSync(process.execPath, args, {
        cwd: '/',
        env: { PATH: process.env.PATH },
        input: '',
        encoding: 'utf8',
      });
      expect([status, stderr]).toEqual([0, '']);
    });
  });
});
