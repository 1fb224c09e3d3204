import * as z from 'zod';
import { jurisdictions, zoneOf } from '../../clock/holidays.ts';
import { codeOf } from '../letters/letters.ts';
import { letterOfId } from '../letters/coded-letter.ts';
import { refusalGroundSchema } from '../vocabulary.ts';

const looseCommit = z.looseObject({ events: z.array(z.looseObject({ type: z.string(), v: z.number() })) });
type LooseEvent = z.infer<typeof looseCommit>['events'][number];

/**
 * Pure functions that convert an event of an earlier version to the next version. A key has the `type` and the version
 * that is converted, such as `refused@1`. The stored text never changes, because its hash is stored as well.
 */
const upcasters: ReadonlyMap<string, (event: LooseEvent) => LooseEvent> = new Map<
  string,
  (event: LooseEvent) => LooseEvent
>([
  [
    'case-opened@1',
    ({ secondPerson, ...event }) => ({
      ...event,
      v: 2,
      matter: 'request',
      wantedLanguage: event['language'],
      jurisdiction: jurisdictions.find((one) => zoneOf[one] === event['timeZone']) ?? 'EU-default',
      rules: {
        secondPerson: secondPerson === true ? 'always' : 'never',
        soleHandler: false,
        askWithinWorkingDays: 5,
        contactChangeDays: 7,
        evesCountAsHolidays: false,
      },
      origin: null,
    }),
  ],
  ['code-issued@1', (event) => ({ ...event, v: 2, via: 'email', to: null, registered: false })],
  ['identity-proven@1', (event) => ({ ...event, v: 2, text: null })],
  [
    'search-planned@1',
    (event) => ({
      ...event,
      v: 2,
      systems: plannedBefore
        .parse(event['systems'])
        .map((system) => ({ ...system, level: 'contact-point', special: false })),
    }),
  ],
  // In version 1, a ground was free text. A text that is not the code of a ground becomes `other-law`.
  [
    'refused@1',
    (event) => ({ ...event, v: 2, ground: refusalGroundSchema.safeParse(event['ground']).data ?? 'other-law' }),
  ],
  ['refused@2', (event) => ({ ...event, v: 3, items: [], restates: null })],
  // In version 1, the last day was fixed at delivery, even if the letter had not been sent.
  [
    'delivered@1',
    ({ availableUntil, ...event }) => ({ ...event, v: 2, days: daysUntil.parse([event['at'], availableUntil]) }),
  ],
  [
    'moved-to-post@1',
    (event) => ({ ...event, v: 2, tellOld: event['reason'] !== 'bounced' && wasMail.safeParse(event['from']).success }),
  ],
  ['system-answered@1', (event) => ({ ...event, v: 2, disputed: 0, resources: null })],
  ['circumstance-marked@1', (event) => ({ ...event, v: 2, stopsTime: false })],
  // In version 1, a rejection withdrew no other identifiers.
  ['identifier-decided@1', (event) => ({ ...event, v: 2 })],
  // Version 1 had no weights (`identifiers/weight.ts`): every identifier from a record could be accepted, so it gets
  // the strongest.
  ['identifier-learned@1', (event) => ({ ...event, v: 2, weight: 'own', disputed: false })],
  [
    'screened@1',
    (event) => ({ type: event.type, v: 2, at: event['at'], by: event['by'], round: event['round'], settled: [] }),
  ],
  // In version 1, staff released an answer without a sheet of its records.
  ['release-approved@1', (event) => ({ ...event, v: 2, sheet: null, preview: null, seen: 0, byRule: {}, lines: [] })],
  // In version 1, letters had codes and no names.
  ['letter-intended@1', namedLetter],
  ['letter-sent@1', namedLetter],
  ['letter-failed@1', namedLetter],
  ['case-closed@1', (event) => ({ ...event, v: 2, ending: 'answered', into: null, undoUntil: null, text: null })],
]);

function namedLetter({ code, letter: id, ...event }: LooseEvent): LooseEvent {
  const letter = letterOfId(z.string().parse(id));
  if (letter === undefined || codeOf(letter.kind) !== code) throw new Error('a letter with an unknown code');
  return { ...event, v: 2, letter };
}

/** The number of whole days from one instant to another; 0 if the second instant is earlier. */
const daysUntil = z
  .tuple([z.iso.datetime(), z.iso.datetime()])
  .transform(([from, until]) => Math.max(0, Math.floor((Date.parse(until) - Date.parse(from)) / 86_400_000)));

const wasMail = z.looseObject({ kind: z.literal('email') });
const plannedBefore = z.array(z.looseObject({}));

/** A stored commit with every event in its latest version. */
export function upcast(commit: unknown): unknown {
  const loose = looseCommit.parse(commit);
  return { ...loose, events: loose.events.map(raise) };
}

function raise(event: LooseEvent): LooseEvent {
  const step = upcasters.get(`${event.type}@${event.v}`);
  return step === undefined ? event : raise(step(event));
}
