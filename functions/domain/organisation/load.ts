import { parseDocument } from 'yaml';
import { canonical, sha256 } from '../canonical/canonical.ts';
import { organisationParts, type Organisation } from './organisation.ts';
import { problemsOf, type OrganisationProblem, type Problems } from './problem.ts';
import { organisationProblems, wholeProblems } from './rules.ts';
import { salvage } from './salvage.ts';

export type MoreProblems = (organisation: Organisation) => Iterable<OrganisationProblem>;

export type ParsedOrganisation =
  | { readonly ok: true; readonly organisation: Organisation; readonly hash: string }
  | { readonly ok: false; readonly problems: readonly OrganisationProblem[] };

/**
 * Reads the text of `organisation.yaml`. `hash` is the SHA-256 of the content as canonical JSON, so comments and layout
 * make no difference. Returns all problems at once, each with its place, and never throws. If the text is not valid
 * YAML, it returns only the problems of the YAML. `more` finds further problems in a description that matches the
 * schema.
 */
export function parseOrganisation(text: string, more: MoreProblems = () => []): ParsedOrganisation {
  // The core schema of YAML has no tags that create objects. The maximum of aliases (`maxAliasCount`) keeps a short
  // text from expanding into a very long document.
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
  const parsed = organisationParts.safeParse(value.content);
  const issues = parsed.success ? [] : problemsOf(parsed.error.issues);
  const problems = [...issues, ...furtherProblems(value.content, more)].filter(
    ({ path, message }, index, all) =>
      all.findIndex((other) => other.path === path && other.message === message) === index,
  );
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  return { ok: true, organisation: parsed.data, hash: sha256(canonical(parsed.data)) };
}

/**
 * Applies the rules that cover more than one field. If some parts of the description have mistakes, the rules are
 * applied to the other parts (`salvage.ts`).
 */
function* furtherProblems(content: unknown, more: MoreProblems): Problems {
  const salvaged = salvage(content);
  if (salvaged === undefined) return;
  const { organisation, isWhole } = salvaged;
  for (const problem of [...organisationProblems(organisation), ...more(organisation)])
    if (!salvaged.followsFromMistake(problem)) yield { ...problem, path: salvaged.originalPath(problem.path) };
  if (isWhole) yield* wholeProblems(organisation);
}

type Read = { readonly ok: true; readonly content: unknown } | { readonly ok: false; readonly message: string };

function read(content: () => unknown): Read {
  try {
    return { ok: true, content: content() };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : 'the text cannot be read' };
  }
}
