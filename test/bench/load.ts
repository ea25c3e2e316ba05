import neo4j from 'neo4j-driver';
import { schemaCommands } from '../../src/load/load.ts';
import { openStore } from '../../src/store/open.ts';
import { domain } from '../support/load.ts';
import { countsOf, type GraphSize, idOf, loadGenerated } from './generate.ts';

/** Empties a Neo4j server, but only of a graph that the benchmark made, and fills it anew. */
export async function prepareNeo4j(url: string, size: GraphSize): Promise<void> {
  const driver = neo4j.driver(url, undefined, { disableLosslessIntegers: true });
  const store = await openStore({ url });
  try {
    const found = await driver.executeQuery(
      'OPTIONAL MATCH (n) WITH n LIMIT 1 OPTIONAL MATCH (ours:Article {id: $id}) OPTIONAL MATCH (g:Gift) RETURN n IS NULL AS empty, ours.size AS size, count(g) AS gifts',
      { id: idOf('article', 0) },
    );
    const state = found.records[0]?.toObject() ?? {};
    const mark = JSON.stringify(size);
    if (state.size === mark && state.gifts === countsOf(size).gifts)
      return await store.define(schemaCommands(domain));
    if (!state.empty && state.gifts > 0 && state.size === null)
      throw new Error(`${url} holds a graph that the benchmark did not make; it is left alone.`);
    const session = driver.session();
    await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS');
    await session.close();
    await loadGenerated(store, size);
    await store.write([
      {
        text: 'MATCH (a:Article {id: $id}) SET a.size = $mark',
        parameters: { id: idOf('article', 0), mark },
      },
    ]);
    await driver.executeQuery('CALL db.awaitIndexes(300)');
  } finally {
    await store.close();
    await driver.close();
  }
}

/** Whether a Neo4j server works at nothing but this question. */
export async function isIdle(url: string): Promise<boolean> {
  const driver = neo4j.driver(url, undefined, { disableLosslessIntegers: true });
  try {
    const { records } = await driver.executeQuery(
      'SHOW TRANSACTIONS YIELD transactionId RETURN count(*) AS count',
    );
    return records[0]?.get('count') === 1;
  } finally {
    await driver.close();
  }
}
