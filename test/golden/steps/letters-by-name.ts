// Letters had codes; now they have names. The table is repeated here, so that it does not depend on the code under
// test.

import * as z from 'zod';

/** The name for each code of the letters in the recorded states. */
const names: Readonly<Record<string, string>> = {
  M1: 'acknowledgement',
  M2: 'identity-request',
  M4: 'extension',
  M6: 'refusal',
  M7: 'fee',
  M8: 'answer-ready',
  M15: 'marketing-stop',
  M24: 'supplement-ready',
  M27: 'withdrawal-confirmed',
  M30: 'by-post',
  CONTACT: 'contact-changed',
  REOPENED: 'reopened',
  STATUS: 'delay',
};
/** Letters whose second part is an id or a day; for all others it is a number. */
const about: ReadonlySet<string> = new Set(['M2', 'M7', 'CONTACT', 'STATUS']);
/** Letters whose second part was no number. */
const numbers: Readonly<Record<string, number>> = { M8: 1, 'M15/objection': 1, 'M15/objection/done': 2 };

const stateSchema = z.looseObject({
  letters: z.record(z.string(), z.looseObject({ code: z.string() })),
  /** The stage to which a case returns when it is reopened. */
  resume: z.unknown().optional(),
});

/**
 * A recorded state with its letters by name: `M6/1` becomes `refusal/1`, with `letter: {kind, n}` instead of `code`.
 */
export function lettersByName(recorded: unknown): unknown {
  const read = stateSchema.safeParse(recorded);
  if (!read.success) return recorded;
  const { letters, ...state } = read.data;
  const named = Object.entries(letters).map(([id, { code, ...kept }]) => {
    const { key, letter } = letterOf(id, code);
    return [key, { ...kept, letter }] as const;
  });
  if (new Set(named.map(([key]) => key)).size < named.length) throw new Error('two letters with one name');
  return {
    ...state,
    letters: Object.fromEntries(named),
    ...('resume' in state ? { resume: lettersByName(state.resume) } : {}),
  };
}

function letterOf(id: string, code: string): { readonly key: string; readonly letter: object } {
  const kind = names[code];
  if (kind === undefined) throw new Error(`${code} has no name here`);
  const rest = id.slice(code.length + 1);
  if (about.has(code)) return { key: `${kind}/${rest}`, letter: { kind, of: rest } };
  const n = numbers[id] ?? (rest === '' ? undefined : Number(rest));
  return n === undefined ? { key: kind, letter: { kind } } : { key: `${kind}/${n}`, letter: { kind, n } };
}
