import * as z from 'zod';
import { searchOf } from '#domain/case/state.ts';
import { field } from './field.ts';
import { labels } from './labels.ts';
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
    sv: 'Godtar du den söks alla system även på den, och det som hittas går till den här personen. Godta bara det som du kan se är personens.',
    en: 'If you accept it, all systems are searched for it too, and what they find goes to this person. Accept only what you can tell is theirs.',
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
    // Every identifier can be rejected, but some cannot be accepted. So the trial rejects.
    accept: false,
  }),
  ask: ({ identifier, accept }, { personnummerBeside }) => {
    const besides = personnummerBeside(identifier);
    return { type: 'decide-identifier', identifier, accept, ...(besides === undefined ? {} : { besides }) };
  },
});

/** The labels of the card on which staff decide on an identifier. */
export const decideIdentifierLabels = labels({
  sv: {
    question: (kind: string, masked: string, system: string) => `${kind} ${masked}, från ${system}`,
    accept: 'Godta',
    reject: 'Avvisa',
    of: (masked: string) => ` ${masked}`,
    /** A warning before staff accept a contact that other people may share. */
    shared:
      'Flera personer kan dela ett telefonnummer eller en fakturaadress. Godtar du uppgiften kan även poster om någon annan som har den lämnas ut.',
    /** In place of the task’s text, for a number that is unique only in the system that gave it. */
    ofOneSystem:
      'Godtar du det söks det här systemet även på det, och det som hittas går till den här personen. Godta bara det som du kan se är personens.',
    /** A warning beside a personnummer, if another personnummer is or may be the person’s. */
    secondPersonnummer:
      'Andra poster anger ett annat personnummer. Ingen har två, men personen kan ha haft ett samordningsnummer tidigare. Godta bara det som du vet är personens. Två kan godtas bara om det ena är ett samordningsnummer.',
    /** The heading of identifiers that nobody can accept at present. They are not among the waiting tasks. */
    apart: 'Identifierare som inte kan godtas',
    apartText:
      'Inget system söks på dem, och ärendet väntar inte på beslut om dem. Avvisa en som du vet inte är personens: då räknas ingen post som personens på grund av den.',
  },
  en: {
    question: (kind: string, masked: string, system: string) => `${kind} ${masked}, found in ${system}`,
    accept: 'Accept',
    reject: 'Reject',
    of: (masked: string) => ` ${masked}`,
    shared:
      'Several people can share a telephone number or an address for invoices. If you accept it, records of somebody else that hold it can go out too.',
    ofOneSystem:
      'If you accept it, this system is searched for it too, and what it finds goes to this person. Accept only what you can tell is theirs.',
    secondPersonnummer:
      'Other records name another personal identity number. Nobody has two, but the person may have had a coordination number before. Accept only what you know is theirs. Two can be accepted only where one of them is a coordination number.',
    apart: 'Identifiers that cannot be accepted',
    apartText:
      'No system is searched by these, and the case does not wait for a decision on them. Reject one that you know is not the person’s: then no record is taken for theirs because of it.',
  },
});
