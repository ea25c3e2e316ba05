import type { FastifyInstance } from 'fastify';
import type { Lifecycle } from './health.ts';

/** What a reload has to do with: `reload` rejects where there is no new graph, and the old one is served on. */
export type Reloading = { readonly reload: () => Promise<void>; readonly lifecycle: Lifecycle };

/** `POST /admin/reload` goes over to what there is now, and tells the graph that is served then. It has a scope of its own. */
export function reloadRoute(app: FastifyInstance, { reload, lifecycle }: Reloading): void {
  app.post('/admin/reload', async () => {
    const before = lifecycle.graph;
    await reload();
    const isSame =
      before?.corpus === lifecycle.graph?.corpus && before?.generation === lifecycle.graph?.generation;
    return { status: isSame ? 'unchanged' : 'changed', graph: lifecycle.graph ?? null };
  });
}
