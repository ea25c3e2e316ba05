import { readFileSync, writeFileSync } from 'node:fs';

/** A fenced block of a document. */
export type Block = { readonly language: string; readonly text: string };

/** A section of a document that shows a sample: its heading and its blocks in order. */
export type Sample = { readonly title: string; readonly blocks: readonly Block[] };

const SECTION = /^## (.+)$/m;
const FENCE = /^```(\w+)\n([\s\S]*?)\n```$/gm;

/** The samples of a Markdown document: each second-level section that has fenced blocks. */
export function readSamples(file: string): readonly Sample[] {
  const parts = readFileSync(file, 'utf8').split(SECTION).slice(1);
  const samples: Sample[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const blocks = [...(parts[index + 1] ?? '').matchAll(FENCE)].map(([, language = '', text = '']) => ({
      language,
      text,
    }));
    if (blocks.length > 0) samples.push({ title: parts[index] ?? '', blocks });
  }
  return samples;
}

/** Writes a block of a document anew, for UPDATE_DOCS=1: the n-th block of a language in a section. */
export function updateBlock(file: string, title: string, language: string, text: string): void {
  const document = readFileSync(file, 'utf8');
  const start = document.indexOf(`## ${title}\n`);
  const next = document.indexOf('\n## ', start + 1);
  const end = next < 0 ? document.length : next;
  const section = document
    .slice(start, end)
    .replace(
      new RegExp(`^\`\`\`${language}\\n[\\s\\S]*?\\n\`\`\`$`, 'm'),
      () => `\`\`\`${language}\n${text}\n\`\`\``,
    );
  writeFileSync(file, document.slice(0, start) + section + document.slice(end));
}
