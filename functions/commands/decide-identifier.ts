import * as z from 'zod';
import { searchOf } from '#domain/case/state.ts';
import { field } from './field.ts';
import { staffCommand } from './staff-command.ts';

/** Decides whether an identifier that a search returned is the person's. */
export const decideIdentifier = staffCommand({
  type: 'decide-identifier',
  group: 'waiting',
  roles: ['case-worker'],
  title: {
    sv: 'Ett system känner personen under en annan identifierare',
    en: 'A system knows the person by another identifier',
  },
  help: {
    sv: 'Om du godtar den söks alla system även på den, och det som hittas lämnas ut till den här personen. Godta bara det som du kan se är personens.',
    en: 'If you accept it, all systems are searched for it too, and this person gets what they find. Accept it only if you can tell that it is theirs.',
  },
  submit: { sv: 'Avgör', en: 'Decide' },
  done: { sv: 'Ditt beslut är sparat.', en: 'Your decision has been saved.' },
  timeline: { 'identifier-decided': { sv: 'En ny identifierare avgjordes', en: 'A new identifier was decided on' } },
  target: 'identifier',
  fields: {
    identifier: field(z.string().regex(/^[0-9a-f]{64}$/, 'the identifier as the case names it'), {
      label: { sv: 'Identifierare', en: 'Identifier' },
      widget: { as: 'target' },
    }),
    accept: field(z.boolean(), { label: { sv: 'Godta eller avvisa', en: 'Accept or reject' }, widget: { as: 'own' } }),
  },
  targets: ({ state }) => searchOf(state)?.learned.map((one) => one.identifier.hash) ?? [],
  trial: (_, identifier) => ({
    type: 'decide-identifier',
    identifier,
    // The trial rejects, because every identifier can be rejected, but not every identifier can be accepted.
    accept: false,
  }),
  ask: async ({ identifier, accept }, { personnummerBeside, withdrawnWith }) => ({
    type: 'decide-identifier',
    identifier,
    besides: personnummerBeside(identifier) ?? [],
    accept,
    withdrawn: accept ? [] : await withdrawnWith([identifier]),
  }),
});
