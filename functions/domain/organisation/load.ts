import { parseDocument } from 'yaml';
import { canonical, sha256 } from '../canonical/canonical.ts';
import { organisationSchema, type Organisation } from './organisation.ts';
import type { OrganisationProblem } from './problem.ts';
import { organisationProblems } from './rules.ts';

export type ParsedOrganisation =
  | { readonly ok: true; readonly organisation: Organisation; readonly hash: string }
  | { readonly ok: false; readonly problems: readonly OrganisationProblem[] };

/**
 * Reads the text of `organisation.yaml`. `hash` is the SHA-256 of the canonical JSON of what it says, so comments and
 * layout do not count. Every problem is named with its place; nothing is thrown.
 */
export function parseOrganisation(text: string): ParsedOrganisation {
  // The core schema has no tags that make objects, and a small limit of aliases keeps a short text from growing long.
  const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true, prettyErrors: true });
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0)
    return {
      ok: false,
      problems: faults.map(({ linePos, message }) => ({
        path: linePos === undefined ? 'the file' : `line ${linePos[0].line}, column ${linePos[0].col}`,
        message: message.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? message,
      })),
    };
  const value = read(() => document.toJS({ maxAliasCount: 50 }));
  if (!value.ok) return { ok: false, problems: [{ path: 'the file', message: value.message }] };
  const parsed = organisationSchema.safeParse(value.content);
  if (!parsed.success)
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => ({ path: place(issue.path), message: issue.message })),
    };
  const problems = organisationProblems(parsed.data);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, organisation: parsed.data, hash: sha256(canonical(parsed.data)) };
}

type Read = { readonly ok: true; readonly content: unknown } | { readonly ok: false; readonly message: string };

function read(content: () => unknown): Read {
  try {
    return { ok: true, content: content() };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : 'the text cannot be read' };
  }
}

/** A path as people write it; the whole file when there is none. */
function place(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the file';
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text === '' ? '' : '.'}${String(part)}`),
    '',
  );
}
