import { execFile } from 'node:child_process';
import { freemem } from 'node:os';
import { promisify } from 'node:util';

const IMAGE = 'neo4j:5.26-community';

/** Bytes that one server may take with its heap, its page cache and itself. */
const SERVER_BYTES = 2_000_000_000;
/** A busy machine takes minutes to start one. */
const STARTUP_MS = 600_000;
/** How many statements a server plans before it is lent. */
const WARM_UP = 20;
const MEMORY = {
  NEO4J_server_memory_heap_max__size: '768m',
  NEO4J_server_memory_pagecache_size: '128m',
};

/**
 * Finds the tests their Neo4j: the server at NEO4J_URI, else containers, where a Docker engine has the image or can get
 * it, one for each worker as far as the memory goes, for Community has one database. Gives the kind of pool that lends
 * them out; none is started before a suite wants it. With neither, NEO4J_ABSENT says why, the cases that need one are
 * skipped and named at the end, and REQUIRE_NEO4J=1 makes it a failure. NEO4J_URI=none leaves Neo4j out.
 */
export async function findNeo4j(workers) {
  const { NEO4J_URI: url, NEO4J_USER: user, NEO4J_PASSWORD: password } = process.env;
  if (url && url !== 'none') {
    return { max: 1, start: async () => ({ url, user, password }), stop: async () => undefined };
  }
  const absent = url === 'none' ? 'NEO4J_URI=none leaves Neo4j out' : await lackOfImage();
  if (absent && process.env.REQUIRE_NEO4J === '1')
    throw new Error(`REQUIRE_NEO4J=1, but there is no Neo4j: ${absent}`);
  if (absent) process.env.NEO4J_ABSENT = absent;
  return containers(Math.max(1, Math.min(workers, Math.floor(freemem() / SERVER_BYTES))));
}

const docker = (args, timeout) => promisify(execFile)('docker', args, { timeout });

/** Why there can be no container, if so. */
async function lackOfImage() {
  try {
    await docker(['version', '--format', '{{.Server.Version}}'], 10_000);
  } catch {
    return 'no Docker engine answers and NEO4J_URI is not set';
  }
  try {
    await docker(['image', 'inspect', IMAGE], 10_000).catch(() =>
      docker(['pull', '--quiet', IMAGE], 600_000),
    );
    return undefined;
  } catch (error) {
    return `Docker has no ${IMAGE} and could not get it (${error.message.trim().split('\n').at(-1)})`;
  }
}

/** Has a server plan a few statements: for its first ones it takes seconds, which the service takes for silence. */
async function warmUp({ url, user, password }) {
  const { default: neo4j } = await import('neo4j-driver');
  const driver = neo4j.driver(url, neo4j.auth.basic(user, password));
  for (let i = 0; i < WARM_UP; i += 1) {
    const found = `MATCH (a:Warm${i} {id: $id})-[:NEXT*0..2]->(b) WITH a, collect(b) AS bs RETURN a.id, size(bs)`;
    await driver.executeQuery(found, { id: i });
    await driver.executeQuery(`CREATE (n:Warm${i} {id: $id}) DETACH DELETE n`, { id: i });
  }
  await driver.close();
}

function containers(max) {
  const running = new Map();
  const start = async () => {
    const { Neo4jContainer } = await import('@testcontainers/neo4j');
    const unstarted = new Neo4jContainer(IMAGE).withEnvironment(MEMORY).withStartupTimeout(STARTUP_MS);
    const container = await unstarted.start();
    const url = container.getBoltUri();
    running.set(url, container);
    const server = { url, user: container.getUsername(), password: container.getPassword() };
    await warmUp(server);
    return server;
  };
  return { max, start, stop: ({ url }) => running.get(url).stop() };
}
