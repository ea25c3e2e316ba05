import type { IncomingMessage } from 'node:http';
import { ServiceError } from '../errors.ts';

/** The most hosts, and the most characters of one, that an answer is remembered for. */
const KNOWN_MAX = 100;
const LENGTH_MAX = 255;

/** As `check`, which is asked once for each of the few hosts that nearly all requests name. */
export function remembered(check: (host: string) => boolean): (host: string) => boolean {
  const known = new Map<string, boolean>();
  return (host) => {
    const before = known.get(host);
    if (before !== undefined) return before;
    const answer = check(host);
    if (host.length > LENGTH_MAX) return answer;
    if (known.size >= KNOWN_MAX) known.clear();
    known.set(host, answer);
    return answer;
  };
}

const isHost = remembered(
  (host) => host !== '' && URL.canParse(`http://${host}/`) && !/[/?#@\\\s]/.test(host),
);

/** HTTP asks for exactly one Host that is a host, the same as in a whole address; later readers of it fail without. */
export function refuseBadHost({ rawHeaders, headers, url = '' }: IncomingMessage): void {
  const host = headers.host ?? '';
  const isAsked = /^[/*]/.test(url) || (URL.canParse(url) && new URL(url).host === host.toLowerCase());
  if (isHost(host) && isAsked && hostsIn(rawHeaders) <= 1) return;
  throw new ServiceError('BAD_REQUEST', 'The request must have one Host header that names a host.', {
    hint: 'Send one, such as Host: localhost:4000.',
  });
}

/** How many Host headers there are, of which Node shows the first. */
function hostsIn(rawHeaders: readonly string[]): number {
  let count = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) if (rawHeaders[i]?.toLowerCase() === 'host') count += 1;
  return count;
}
