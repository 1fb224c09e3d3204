import type { LookFor, LookedForValue, Place } from '#answer/last-look.ts';
import { resourceOf, type Resource } from '#domain/findings/annotation.ts';
import type { KeptFinding } from '#domain/findings/finding.ts';
import { languageFor } from '#domain/language.ts';
import { controllerOf } from '#domain/organisation/scope.ts';
import type { ReviewEntry } from '#domain/review/entry.ts';
import { finderOf } from '#domain/review/occurrences.ts';
import { decisionsOnRecords } from '#domain/review/on-record.ts';
import { soughtBy, textsIn } from '#domain/review/sought.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { keptText } from '../profile/keep-words.ts';
import { pagesThatCount } from '../search/case-standings.ts';
import { knownIdentifiers } from '../search/known-identifiers.ts';
import { resourcesOf } from '../search/resources-of.ts';
import type { AnswerMeans, ScreenedCase } from './answer-input.ts';

/** A value that a decision keeps out of the answer, and how many decisions were made before that one. */
interface Sought extends LookedForValue {
  readonly mayStandIn: Place[];
  readonly number: number;
}

/** A decision on a record, and how many decisions were made before it. */
interface DecidedRecord {
  readonly system: string;
  readonly resource: Resource;
  readonly record: KeptFinding;
  readonly entry: ReviewEntry;
  readonly number: number;
}

/**
 * Collects what the last look searches the package for: the values that the review keeps out of the answer. `entries`
 * are the decisions that count, oldest first.
 *
 * A value may remain in a record that staff released or adopted after the decision on the value, because whoever
 * released the record knew of the value. So if the last look stops an answer, staff mask the value in the file that the
 * last look names, or release the record again.
 */
export async function lookedFor(
  means: Pick<AnswerMeans, 'findings' | 'connectors' | 'organisationAt'>,
  state: ScreenedCase,
  profile: SubjectProfile,
  entries: readonly ReviewEntry[],
): Promise<LookFor> {
  const { common, stage } = state;
  const organisation = await means.organisationAt(common.facts.organisation);
  const { timeZone, jurisdiction } = controllerOf(organisation, common.facts.controller);
  const reader = { language: languageFor(common.facts.language), timeZone };
  const { verified } = knownIdentifiers(common, stage.search, profile, stage.screening.snapshot.wave);
  const sought: Sought[] = entries.flatMap((entry, number) =>
    'alike' in entry && entry.alike.all === 'value'
      ? [{ text: keptText(profile, entry.alike.text), stoodIn: [], mayStandIn: [], number }]
      : [],
  );
  for await (const { system, resource, record, entry, number } of decidedRecords(means, state, profile, entries))
    for (const { text, kind, field } of soughtBy(entry, record, { resource, key: profile.caseKey, reader })) {
      const stoodIn = field === null ? [] : [placeOf(system, record, field)];
      sought.push({ text, ...(kind === undefined ? {} : { kind }), stoodIn, mayStandIn: [], number });
    }
  const find = finderOf(sought.map(({ text }) => text));
  for await (const { system, record, entry, number } of decidedRecords(means, state, profile, entries)) {
    if (entry.do !== 'release' && entry.do !== 'adopt') continue;
    for (const [field, value] of Object.entries(record.data))
      for (const index of new Set(textsIn(value).flatMap((text) => find(text).map((found) => found.value)))) {
        const one = sought[index];
        if (one !== undefined && one.number < number) one.mayStandIn.push(placeOf(system, record, field));
      }
    // The documents are not read here. Any earlier value may remain in a document, because whoever released the
    // document has opened it.
    for (const { id: document } of record.attachments)
      for (const one of sought)
        if (one.number < number) one.mayStandIn.push({ system, resource: record.resource, id: record.id, document });
  }
  return {
    values: sought.map(({ text, kind, stoodIn, mayStandIn }) => ({
      text,
      ...(kind === undefined ? {} : { kind }),
      stoodIn,
      mayStandIn,
    })),
    own: [
      ...verified.map(({ kind, value }) => ({ kind, text: value })),
      ...profile.names.map((text) => ({ kind: 'name' as const, text })),
    ],
    region: jurisdiction === 'EU-default' ? 'SE' : jurisdiction,
  };
}

/** Reads the stored records that have a decision of their own, once for each decision. */
async function* decidedRecords(
  means: Pick<AnswerMeans, 'findings' | 'connectors' | 'organisationAt'>,
  { common, stage }: ScreenedCase,
  { caseKey }: SubjectProfile,
  entries: readonly ReviewEntry[],
): AsyncGenerator<DecidedRecord, void, undefined> {
  const { systems } = await means.organisationAt(common.facts.organisation);
  const decided = new Set(entries.flatMap((entry) => ('item' in entry ? [entry.system] : [])));
  const numbers = new Map(entries.map((entry, number) => [entry, number]));
  const decisionsIn = decisionsOnRecords(entries, caseKey);
  for (const searched of stage.screening.snapshot.systems) {
    if (!decided.has(searched.id) || searched.deliveredIn !== null) continue;
    const system = systems.find(({ id }) => id === searched.id);
    if (system === undefined) throw new Error(`the system ${searched.id} is not part of the organisation`);
    const resources = resourcesOf(means.connectors)(system);
    const decisionsOn = decisionsIn(system.id);
    for await (const { findings } of pagesThatCount(means.findings, common.caseId, searched))
      for (const record of findings)
        for (const entry of decisionsOn(record))
          yield {
            system: system.id,
            resource: resourceOf(resources, record.resource),
            record,
            entry,
            number: numbers.get(entry) ?? 0,
          };
  }
}

function placeOf(system: string, { resource, id }: KeptFinding, field: string): Place {
  return { system, resource, id, field };
}
