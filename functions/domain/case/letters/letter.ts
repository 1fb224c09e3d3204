import * as z from 'zod';

/** What is fixed for every letter of one name. */
interface LetterFacts {
  /** What formats seen from outside call it besides its name. */
  readonly code: string;
  /**
   * Whether it is written while nobody has decided what a circumstance that protects somebody asks for. It waits if it
   * brings the answer, tells something of what is held, commits the controller or points the person elsewhere, also where
   * the command behind it was taken before the circumstance was marked.
   */
  readonly whileUndecided: 'is-written' | 'waits' | 'depends';
}

/** Sent once in a case. */
const once = {
  // Receipts.
  acknowledgement: { code: 'M1', whileUndecided: 'is-written' },
  'complaint-acknowledgement': { code: 'M21', whileUndecided: 'is-written' },
  'attachment-not-opened': { code: 'ATTACHMENT', whileUndecided: 'is-written' },
  // Changes where is written to.
  'by-post': { code: 'M30', whileUndecided: 'waits' },
  // Of the rights whose own workflows are not there yet: no case owes them.
  rectified: { code: 'M9', whileUndecided: 'waits' },
  erased: { code: 'M10', whileUndecided: 'waits' },
  restricted: { code: 'M11', whileUndecided: 'waits' },
  'restriction-ends': { code: 'M12', whileUndecided: 'waits' },
  'portable-data': { code: 'M13', whileUndecided: 'waits' },
  'automated-decision': { code: 'M17', whileUndecided: 'waits' },
  recipients: { code: 'M19', whileUndecided: 'waits' },
  // As those before, and to others about what is held of the person.
  'recipient-notice': { code: 'M18', whileUndecided: 'waits' },
  'processor-task': { code: 'M29', whileUndecided: 'waits' },
} as const satisfies Readonly<Record<string, LetterFacts>>;

/** Sent several times: `n` is 1 for the first of the case, or of the first round. */
const numbered = {
  // The dates run (Art. 12(3)).
  extension: { code: 'M4', whileUndecided: 'is-written' },
  // A refusal of everything tells nothing of what is held; that of a part tells that there is something.
  refusal: { code: 'M6', whileUndecided: 'depends' },
  // `n` is the round.
  'answer-ready': { code: 'M8', whileUndecided: 'waits' },
  'supplement-ready': { code: 'M24', whileUndecided: 'waits' },
  // Points the person elsewhere.
  redirect: { code: 'M20', whileUndecided: 'waits' },
  // The person's own stop: 1 says that it is noted, 2 that it has been entered since.
  'marketing-stop': { code: 'M15', whileUndecided: 'is-written' },
  'consent-withdrawal': { code: 'M16', whileUndecided: 'is-written' },
  // The decision on our keeping the record of the case.
  'objection-decision': { code: 'M14', whileUndecided: 'is-written' },
  // Tell how to go on.
  reopened: { code: 'REOPENED', whileUndecided: 'is-written' },
  'new-link': { code: 'LINK', whileUndecided: 'is-written' },
  'confirm-on-page': { code: 'CONFIRM', whileUndecided: 'is-written' },
  // Endings: `n` counts all endings of the case. Those of a person who proved nothing or withdrew tell nothing of what is held.
  'identity-not-proven': { code: 'M25', whileUndecided: 'is-written' },
  'no-reply': { code: 'M26', whileUndecided: 'is-written' },
  'withdrawal-confirmed': { code: 'M27', whileUndecided: 'is-written' },
  joined: { code: 'JOINED', whileUndecided: 'is-written' },
  'cannot-identify': { code: 'M5', whileUndecided: 'waits' },
  deceased: { code: 'M28', whileUndecided: 'waits' },
  forwarded: { code: 'FORWARD', whileUndecided: 'waits' },
} as const satisfies Readonly<Record<string, LetterFacts>>;

/** Sent for something that has an id of its own: `of` is that id, or the day. */
const about = {
  // Questions: who asks can be proven, which sends the answer nowhere.
  'identity-request': { code: 'M2', whileUndecided: 'is-written' },
  'clarification-request': { code: 'M3', whileUndecided: 'is-written' },
  'one-time-code': { code: 'M23', whileUndecided: 'is-written' },
  fee: { code: 'M7', whileUndecided: 'waits' },
  // `of` is the day that has passed.
  delay: { code: 'STATUS', whileUndecided: 'is-written' },
  // A person whose data have leaked can protect themselves (Art. 34).
  'breach-notice': { code: 'M22', whileUndecided: 'is-written' },
  // Warns whoever reads the old address, who may be the one that is protected. `of` is the number of the change, or `post`,
  // `post-2` ... for a move to post.
  'contact-changed': { code: 'CONTACT', whileUndecided: 'is-written' },
  // To staff, who are to decide. `of` is the key of the alert.
  'staff-alert': { code: 'STAFF', whileUndecided: 'is-written' },
} as const satisfies Readonly<Record<string, LetterFacts>>;

const letterKinds = { ...once, ...numbered, ...about };

/** What a letter is called. */
export type LetterName = keyof typeof letterKinds;

function namesOf<Table extends object>(table: Table): readonly (keyof Table & string)[] {
  return Object.keys(table).filter((name): name is keyof Table & string => name in table);
}

/** Every letter by name, also those that no case owes yet. */
export const letterNames: readonly LetterName[] = namesOf(letterKinds);

/** One letter of a case: the same letter, whoever sends it. As stored in events. */
export const letterSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(namesOf(once)) }),
  z.strictObject({ kind: z.enum(namesOf(numbered)), n: z.number().int().positive() }),
  z.strictObject({ kind: z.enum(namesOf(about)), of: z.string() }),
]);

/** A letter of one name, or of several. */
export type LetterOf<Name extends LetterName> = Name extends keyof typeof once
  ? { readonly kind: Name }
  : Name extends keyof typeof numbered
    ? { readonly kind: Name; readonly n: number }
    : { readonly kind: Name; readonly of: string };
export type Letter = LetterOf<LetterName>;

/** What formats seen from outside call the letters of a name. */
export function codeOf(name: LetterName): string {
  return letterKinds[name].code;
}

/** See `LetterFacts`. */
export function whileUndecided(name: LetterName): LetterFacts['whileUndecided'] {
  return letterKinds[name].whileUndecided;
}

/** The letter of a name in a case, as a key: `refusal/2`. */
export function keyOf(letter: Letter): string {
  if ('n' in letter) return `${letter.kind}/${letter.n}`;
  return 'of' in letter ? `${letter.kind}/${letter.of}` : letter.kind;
}

/** The letter that a name and what follows the slash in its key say; `undefined` where they do not fit together. */
export function letterFrom(name: LetterName, which: string): Letter | undefined {
  const wanted =
    name in once ? { kind: name } : name in numbered ? { kind: name, n: Number(which) } : { kind: name, of: which };
  return letterSchema.safeParse(wanted).data;
}

/** The letter with a key; `undefined` where there is no such letter. */
export function letterOfKey(key: string): Letter | undefined {
  const [first = '', ...rest] = key.split('/');
  const name = letterNames.find((one) => one === first);
  const letter = name === undefined ? undefined : letterFrom(name, rest.join('/'));
  return letter === undefined || keyOf(letter) !== key ? undefined : letter;
}
