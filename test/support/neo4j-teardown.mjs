/** Stops the container that the set-up started. */
export default async function tearDownNeo4j() {
  await globalThis.neo4jContainer?.stop();
}
