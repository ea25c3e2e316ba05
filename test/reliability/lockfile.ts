import { readFileSync } from 'node:fs';

/** What the lock says of one package. */
export type LockedPackage = {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly dependencies?: { readonly [name: string]: string };
  readonly optionalDependencies?: { readonly [name: string]: string };
  readonly peerDependencies?: { readonly [name: string]: string };
  readonly peerDependenciesMeta?: { readonly [name: string]: { readonly optional?: boolean } };
  readonly [key: string]: unknown;
};

/** Every package of the lock, by its folder; the root by ''. */
export const lock: { readonly [path: string]: LockedPackage } = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
).packages;

/** The packages that an installation without those for development has. */
export const production = Object.entries(lock).filter(
  ([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional,
);

/** Where a package finds another by its name: beside it, or above. */
function find(from: string, name: string): string | undefined {
  const path = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
  if (path in lock) return path;
  return from === '' ? undefined : find(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
}

/** The folders of a package that we name and of all that it needs, itself among them. */
export function closureOf(name: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (path: string | undefined) => {
    if (path === undefined || seen.has(path)) return;
    seen.add(path);
    const {
      dependencies,
      optionalDependencies,
      peerDependencies = {},
      peerDependenciesMeta,
    } = lock[path] ?? {};
    const peers = Object.keys(peerDependencies).filter((peer) => !peerDependenciesMeta?.[peer]?.optional);
    for (const needed of [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers])
      visit(find(path, needed));
  };
  visit(find('', name));
  return seen;
}
