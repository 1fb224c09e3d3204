import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod';
import { handEntriesSchema, keptHandEntrySchema, newHandEntrySchema } from '#api/hand-entries.ts';
import { named, type Problem } from '#api/problem.ts';
import { refusalProblem } from '#api/refusal-problem.ts';
import type { Casework } from '#casework/commit/casework.ts';
import { recordView, type ViewStores } from '#casework/review/record-view.ts';
import { addHandEntry, isFinishedWith, takeBackHandEntry } from '#casework/search/hand-entries.ts';
import { isReserved } from '#casework/staff/search-by-hand.ts';
import { mostFiles, mostKept } from '#commands/record-manual-result.ts';
import type { Findings } from '#store/findings.ts';
import { ok, readJson } from '../http/json.ts';
import { problem } from '../http/problem.ts';
import type { Member } from '../staff/member.ts';
import { explained, notFound } from '../staff/refusals.ts';
import type { ReservedStores } from './reserved-result.ts';
import { handSearchOf, type InSystem } from './hand-search.ts';

type Answer = APIGatewayProxyStructuredResultV2;

/**
 * Responds at `now` (ISO 8601) with what staff have found so far in a system that is searched by hand, after it was
 * logged who sees it. The log names the system only: neither that there are entries, nor how many.
 */
export async function entries(
  work: Casework,
  stores: ViewStores & ReservedStores,
  member: Member,
  of: InSystem,
  now: string,
): Promise<Answer> {
  const found = await handSearchOf(work, member, of);
  if (!found.ok) return found.answer;
  const { state } = found;
  const kept = await stores.findings.hand.list(of.id, of.system);
  const profile = await work.profiles.get(of.id);
  if (profile === undefined) return notFound();
  const finished = await isFinishedWith(stores.findings, state, profile, of.system, kept);
  // Others can read the chain of the case, so a look at a reserved system is in the chain of that system.
  const { system } = of;
  const views = isReserved(await work.organisationAt(state.common.facts.organisation), system)
    ? { ...stores, views: stores.reservedViews(system), chain: { reserved: system } }
    : stores;
  await recordView(work, views, state, { member: member.id, seen: { kind: 'hand-entries', system } }, now);
  return ok(handEntriesSchema, { entries: [...kept], finished });
}

/** Stores an entry of a search by hand at `now` (ISO 8601). */
export async function addEntry(
  work: Casework,
  findings: Findings,
  member: Member,
  of: InSystem,
  event: APIGatewayProxyEventV2WithJWTAuthorizer,
  now: string,
): Promise<Answer> {
  const read = readJson(event, newHandEntrySchema, longestEntry);
  if (!read.ok) return problem(read.problem);
  const { text, files = [], ...entry } = read.value;
  if (text === undefined && files.length === 0) return problem(wrong('text', 'expected a text, a file, or both'));
  const found = await handSearchOf(work, member, of);
  if (!found.ok) return found.answer;
  const whole = {
    ...entry,
    ...(text === undefined ? {} : { text }),
    ...(files.length === 0 ? {} : { files }),
    by: member.id,
    at: now,
  };
  const most = { entries: mostKept, files: mostFiles };
  const added = await addHandEntry(findings, found.state, of.system, whole, most);
  if (added === 'too-many')
    return problem(wrong('entry', `expected at most ${most.entries} entries, with ${most.files} files in all`));
  if (added === 'file-not-stored') return problem(wrong('files', 'expected files that are stored'));
  if (added === 'id-used') return problem(wrong('entry', 'expected an id that no other entry has'));
  if (!added.ok) return problem(refusalProblem(added.code, 'staff', await explained(added)));
  return ok(keptHandEntrySchema, { entry: entry.entry }, 201);
}

/** Takes an entry of a search by hand back at `now` (ISO 8601). */
export async function takeEntryBack(
  work: Casework,
  findings: Findings,
  member: Member,
  of: InSystem & { readonly entry: string },
  now: string,
): Promise<Answer> {
  const found = await handSearchOf(work, member, of);
  if (!found.ok) return found.answer;
  if (!z.uuid().safeParse(of.entry).success) return notFound();
  const taken = await takeBackHandEntry(findings, found.state, of.system, { entry: of.entry, by: member.id, at: now });
  if (taken === 'no-such-entry') return notFound();
  if (!taken.ok) return problem(refusalProblem(taken.code, 'staff', await explained(taken)));
  return ok(keptHandEntrySchema, { entry: of.entry });
}

/** Bytes of a request with an entry: 20,000 characters, and the titles of its files. */
const longestEntry = 256 * 1024;

function wrong(field: string, message: string): Problem {
  return named('invalid', 400, 'The request is not right', { errors: [{ field, message }] });
}
