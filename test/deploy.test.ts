import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { settings } from '../src/config.ts';

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
    expect(services.attested).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
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

  test('copies what the service reads, and the build sees no more than is named', () => {
    const ignored = read('.dockerignore').split('\n');
    expect(ignored).toContain('*');
    for (const needed of ['src', 'cypher', 'schema.graphql', 'package-lock.json']) {
      expect(ignored).toContain(`!${needed}`);
    }
  });
});
