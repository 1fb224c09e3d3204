import { describe, expect, it } from 'vitest';
import { staffCommands } from '#commands/list.ts';
import { staffCommandSchema } from '#api/staff-command.ts';
import {
  draftOf,
  drawnFields,
  filledIn,
  isAsked,
  noAnswer,
  type Form,
  type Typed,
} from '#web/console/src/logic/draft.ts';

type Type = keyof typeof staffCommands;
const envelope = { commandId: '0190f0c0-0000-4000-8000-000000000001', expectedSeq: 1 };
const known = { contactWaits: true, done: {} };
const formOf = (type: Type, typed: Readonly<Record<string, Typed>>, more: object = known): Form => ({
  type,
  typed,
  known: { ...more },
  timeZone: 'Europe/Stockholm',
});

/** Values with the names that the API uses, for fields that do not accept every text. */
const targets: Readonly<Record<string, string>> = {
  identifier: 'a'.repeat(64),
  circumstance: 'child',
  right: 'objection',
  round: '1',
  refusal: '2',
  matter: 'complaint',
  about: 'clarification',
};

/** A value that each field accepts, as somebody types or chooses it. */
function everything(type: Type): Readonly<Record<string, Typed>> {
  const typed: Record<string, Typed> = {};
  for (const { name, text } of drawnFields(type)) {
    const { widget } = text;
    if (widget.as === 'choice') {
      const left = widget.among?.({ ...known, ...filledIn(formOf(type, typed)) }) ?? Object.keys(widget.options);
      typed[name] = left.at(-1)!;
    } else if (widget.as === 'ticks') typed[name] = Object.keys(widget.options);
    else if (widget.as === 'target') typed[name] = targets[name] ?? 'one';
    else
      typed[name] = {
        text: 'Words',
        line: 'A line',
        lines: 'One\n\n Two ',
        email: 'asa.berg@example.org',
        date: '2026-12-01',
        instant: '2026-11-20T09:30',
        money: '1 250,50',
        currency: 'sek',
        code: '123 456',
        tick: true,
        'yes-no': 'yes',
        member: 'staff-a',
        'identity-methods': ['e-id'],
        answer: '1',
        own: '',
      }[widget.as];
  }
  return typed;
}

/** The commands for which the generic form shows every field. */
const drawn = Object.values(staffCommands).filter(
  ({ type, fields }) => drawnFields(type).length === Object.keys(fields).length,
);

describe('the form that is made from the fields of a command', () => {
  it('is used for most commands', () => {
    expect(drawn.length).toBeGreaterThan(30);
  });

  it.each(drawn.map(({ type }) => type))('of %s, filled in, says what the interface takes', (type) => {
    const draft = draftOf(formOf(type, everything(type)));
    expect(staffCommandSchema.safeParse({ ...draft, ...envelope }).error?.issues).toBeUndefined();
    for (const field of drawnFields(type)) {
      const asked = isAsked(field, { ...known, ...filledIn(formOf(type, everything(type))) });
      expect([field.name, Object.hasOwn(draft ?? {}, field.name)]).toEqual([field.name, asked]);
    }
  });

  it('gives no command as long as a required choice is missing', () => {
    const extend = (typed: Readonly<Record<string, Typed>>) => draftOf(formOf('extend', typed));
    expect(extend({ reason: 'Words' })).toBeUndefined();
    expect(extend({ reason: 'Words', category: 'number' })).toEqual({
      type: 'extend',
      reason: 'Words',
      category: 'number',
    });
    const fee = { ...everything('charge-fee'), amount: 'much' };
    expect(draftOf(formOf('charge-fee', fee))).toBeUndefined();
  });

  it('ignores an option that is no longer offered after another choice', () => {
    const ask = everything('ask');
    expect(draftOf(formOf('ask', { ...ask, about: 'clarification', why: 'large-amount' }))).toMatchObject({
      why: 'large-amount',
      choices: ['One', 'Two'],
    });
    expect(draftOf(formOf('ask', { ...ask, about: 'identity', why: 'large-amount' }))).toBeUndefined();
    const breach = (done: object) =>
      draftOf(formOf('update-breach', { breach: 'breach-1', step: 'closed', text: 'Words' }, { done }));
    expect(breach({ 'breach-2': ['closed'] })).toMatchObject({ step: 'closed' });
    expect(breach({ 'breach-1': ['closed'] })).toBeUndefined();
  });

  it('returns what was typed in the form that the API reads', () => {
    expect(draftOf(formOf('charge-fee', everything('charge-fee')))).toMatchObject({ amount: 125_050, currency: 'SEK' });
    expect(draftOf(formOf('enter-code', { code: '123-456' }))).toMatchObject({ code: '123456' });
    expect(draftOf(formOf('record-breach', everything('record-breach')))).toMatchObject({
      awareAt: '2026-11-20T08:30:00.000Z',
      round: 1,
    });
    const none = { ...everything('record-breach'), round: noAnswer };
    expect(draftOf(formOf('record-breach', none))).toMatchObject({ round: undefined });
    expect(draftOf(formOf('take-back-refusal', { refusal: '2' }))).toEqual({ type: 'take-back-refusal', refusal: 2 });
    expect(draftOf(formOf('redirect', { named: '  ' }))).toEqual({
      type: 'redirect',
      named: undefined,
      sentOn: undefined,
    });
  });
});
