import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeWith, has, run } from './python.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const jars = process.env.TOOLS_JARS ?? join(here, '../../.tmp/jars');

/** Declares tests whose readers are Java libraries, fetched by Maven. */
export function describeJava(title: string, body: () => void): void {
  const present = has('java', ['-version']) && has('mvn', ['-version']);
  describeWith({ name: 'Java 17 with Maven', present }, title, body);
}

/** The path of a library with everything in it, fetched when it is not there. */
export async function jar(group: string, name: string, version: string): Promise<string> {
  mkdirSync(jars, { recursive: true });
  const path = join(jars, `${name}-${version}-all.jar`);
  if (!existsSync(path)) {
    const artifact = `${group}:${name}:${version}:jar:all`;
    await run('mvn', ['-q', 'dependency:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${jars}`]);
  }
  return path;
}

/** A program that ends within seconds is not worth compiling twice: this halves its processor time. */
const brief = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto', '-Djava.awt.headless=true'];

/** Runs the main class of a library. */
export function runMain(classPath: string, main: string, args: readonly string[]): Promise<string> {
  return run('java', [...brief, '-cp', classPath, main, ...args]);
}

/** Runs a program of one source file. */
export function runJava(classPath: string, source: string, args: readonly string[]): Promise<string> {
  return run('java', [...brief, '-cp', classPath, join(here, source), ...args]);
}

/** The class path of what a pom.xml depends on, fetched when it is not there. */
export async function classPath(pom: string): Promise<string> {
  mkdirSync(jars, { recursive: true });
  const of = createHash('sha256')
    .update(readFileSync(join(here, pom)))
    .digest('hex');
  const file = join(jars, `class-path-${of.slice(0, 12)}.txt`);
  const known = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (known !== '' && known.split(delimiter).every((path) => existsSync(path))) return known;
  await run('mvn', ['-q', '-f', join(here, pom), 'dependency:build-classpath', `-Dmdep.outputFile=${file}`]);
  return readFileSync(file, 'utf8');
}
