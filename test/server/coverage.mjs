import { Session } from 'node:inspector';

/** Stands before a service, which then tells at each message which of its files have worked since the last one. */
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });

process.on('message', () => {
  session.post('Profiler.takePreciseCoverage', (_error, { result }) => {
    const worked = result.filter(({ functions }) => functions.some(({ ranges: [range] }) => range.count > 0));
    process.send(worked.map(({ url }) => url));
  });
});
