import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * Finds the tests a Neo4j, once for a whole run: the server at NEO4J_URI, else a container where a Docker engine
 * answers. With neither, NEO4J_ABSENT says why, the cases that need one are skipped and named at the end, and
 * REQUIRE_NEO4J=1 makes it a failure. NEO4J_URI=none leaves Neo4j out.
 */
export async function findNeo4j() {
  const given = process.env.NEO4J_URI;
  if (given && given !== 'none') return;
  delete process.env.NEO4J_URI;
  const absent = given === 'none' ? 'NEO4J_URI=none leaves Neo4j out' : await startContainer();
  if (!absent) return;
  if (process.env.REQUIRE_NEO4J === '1') throw new Error(`REQUIRE_NEO4J=1, but there is no Neo4j: ${absent}`);
  process.env.NEO4J_ABSENT = absent;
}

/** Starts the container and tells the workers where it is; gives the reason when there is none. */
async function startContainer() {
  try {
    await promisify(execFile)('docker', ['version', '--format', '{{.Server.Version}}'], { timeout: 10_000 });
  } catch {
    return 'no Docker engine answers and NEO4J_URI is not set';
  }
  try {
    const { Neo4jContainer } = await import('@testcontainers/neo4j');
    const container = await new Neo4jContainer('neo4j:5.26-community').start();
    globalThis.neo4jContainer = container;
    process.env.NEO4J_URI = container.getBoltUri();
    process.env.NEO4J_USER = container.getUsername();
    process.env.NEO4J_PASSWORD = container.getPassword();
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `Docker could not start neo4j:5.26-community (${reason.split('\n')[0]})`;
  }
}

/** Stops the container, if one was started. */
export async function leaveNeo4j() {
  await globalThis.neo4jContainer?.stop();
}
