import Sequencer from '@jest/test-sequencer';

/** Suites that take longest, in a run that knows nothing of the one before: a long one that comes last keeps one worker. */
const long = [
  'fuzz/operations',
  'reliability/soak',
  'reliability/kept',
  'tools/clients',
  'questions/questions',
];

/** Puts the long suites first, and the others as Jest does: by how long they took, or how large they are. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const at = long.findIndex((name) => path.includes(`/test/${name}`));
      return at < 0 ? long.length : at;
    };
    return super.sort(tests).sort((a, b) => place(a) - place(b));
  }
}
