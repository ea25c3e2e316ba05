import { describe, expect, test } from '@jest/globals';
import { readConfig, settings } from '../src/config.ts';
import { ServiceError } from '../src/errors.ts';

function refusal(environment: Record<string, string>): ServiceError {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ServiceError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('the settings', () => {
  test('have values that need no environment, and cannot be changed', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      graphUrl: 'memory:',
      port: 4000,
      introspection: true,
      corsOrigins: [],
    });
    expect(config.neo4jPassword).toBeUndefined();
    expect(Object.isFrozen(config)).toBe(true);
  });

  test('take the place of what is empty', () => {
    expect(readConfig({ PORT: '', GRAPH_URL: '' })).toEqual(readConfig({}));
  });

  test('are read from the environment', () => {
    const given = { PORT: '0', INTROSPECTION: 'false', CORS_ORIGINS: 'https://a.example, https://b.example' };
    expect(readConfig(given)).toMatchObject({
      port: 0,
      introspection: false,
      corsOrigins: ['https://a.example', 'https://b.example'],
    });
    expect(readConfig({ PUBLIC_URL: 'https://graph.example/news/' }).publicUrl).toBe(
      'https://graph.example/news',
    );
  });

  test.each([
    ['PORT', 'abc', 'a whole number from 0 to 65535'],
    ['PORT', '65536', 'a whole number from 0 to 65535'],
    ['PORT', '-1', 'a whole number from 0 to 65535'],
    ['PORT', '1e3', 'a whole number from 0 to 65535'],
    ['INTROSPECTION', 'yes', 'true or false'],
    ['LOG_LEVEL', 'loud', 'one of fatal'],
    ['PUBLIC_URL', 'graph.example', 'an address'],
    ['PUBLIC_URL', 'ftp://graph.example', 'an address'],
    ['CORS_ORIGINS', 'a.example', '* or origins'],
    ['CORS_ORIGINS', 'https://a.example/path', '* or origins'],
    ['PAGE_SIZE_MAX', '0', 'a whole number from 1'],
    ['DEPTH_MAX', '31', 'a whole number from 1 to 12'],
  ])('refuse %s=%s and say what it must be', (name, value, wanted) => {
    const error = refusal({ [name]: value });
    expect(error.code).toBe('BAD_CONFIG');
    expect(error.message).toContain(`${name} must be ${wanted}`);
    expect(error.message).toContain(JSON.stringify(value));
    expect(error.hint).toContain(name);
  });

  test('show no password that went into the wrong one', () => {
    const error = refusal({ PUBLIC_URL: 'https://me:hunter2@graph.example' });
    expect(`${error.message} ${error.hint}`).not.toContain('hunter2');
  });

  test('have a name and a default that they take themselves', () => {
    for (const { name, default: fallback, help, parse } of Object.values(settings)) {
      expect(name).toMatch(/^[A-Z][A-Z0-9_]+$/);
      expect(help).toMatch(/\.$/);
      expect(() => parse(fallback)).not.toThrow();
    }
  });
});
