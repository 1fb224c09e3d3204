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
      'Flera personer kan dela ett telefonnummer eller en fakturaadress. Om du godtar uppgiften kan även poster om någon annan som har den lämnas ut.',
    /**
     * Replaces the task’s text for a number that is unique only in the system that issued it, such as a customer
     * number.
     */
    ofOneSystem:
      'Om du godtar numret söks det här systemet även på det, och det som hittas lämnas ut till den här personen. Godta bara det som du kan se är personens.',
    /** A warning beside a personnummer, if another personnummer is or may be the person’s. */
    secondPersonnummer:
      'Andra poster anger ett annat personnummer. Ingen har två personnummer, men personen kan ha haft ett samordningsnummer tidigare. Godta bara det nummer som du vet är personens. Två nummer kan godtas bara om det ena är ett samordningsnummer.',
    showEvidence: 'Visa var den stod',
    hideEvidence: 'Dölj var den stod',
    noRecords: 'Det finns ingen post kvar med den här identifieraren.',
    moreRecords: 'Det kan finnas fler poster med den här identifieraren.',
    /** Which systems would be searched by the identifier. */
    searches: (systems: string) => `Om du godtar den söks de här systemen: ${systems}.`,
    /** In which fields of the record the identifier stood. */
    stoodIn: (fields: string) => `Stod i: ${fields}.`,
    standings: {
      belongs: 'Posten räknas som personens.',
      disputed: 'Posten kan handla om någon annan.',
      possible: 'Inget knyter posten till personen.',
    },
    name: 'Namn i posten',
    address: 'Adress i posten',
    absent: 'finns inte i posten',
    /** How a value of the record compares with what is known of the person. */
    compared: {
      agrees: 'stämmer med personens',
      unclear: 'kan vara personens',
      differs: 'en annan än personens',
      unknown: 'inget att jämföra med',
    },
    /** The heading of identifiers that nobody can accept at present. They are not among the waiting tasks. */
    apart: 'Identifierare som inte kan godtas',
    apartText:
      'Inget system söks på dem, och ärendet väntar inte på beslut om dem. Avvisa en identifierare som du vet inte är personens. Då räknas ingen post som personens på grund av den.',
  },
  en: {
    question: (kind: string, masked: string, system: string) => `${kind} ${masked}, found in ${system}`,
    accept: 'Accept',
    reject: 'Reject',
    of: (masked: string) => ` ${masked}`,
    shared:
      'Several people can share a telephone number or an address for invoices. If you accept it, the answer may also contain records of somebody else who has it.',
    ofOneSystem:
      'If you accept it, this system is searched for it too, and this person gets what it finds. Accept it only if you can tell that it is theirs.',
    secondPersonnummer:
      'Other records name another personal identity number. Nobody has two such numbers, but the person may have had a coordination number before. Accept this one only if you know that it is theirs. You can accept two only if one of them is a coordination number.',
    showEvidence: 'Show where it stood',
    hideEvidence: 'Hide where it stood',
    noRecords: 'No record with this identifier is left.',
    moreRecords: 'There may be more records with this identifier.',
    searches: (systems: string) => `If you accept it, these systems are searched: ${systems}.`,
    stoodIn: (fields: string) => `It stood in: ${fields}.`,
    standings: {
      belongs: 'The record counts as the person’s.',
      disputed: 'The record may be about somebody else.',
      possible: 'Nothing ties the record to the person.',
    },
    name: 'Name in the record',
    address: 'Address in the record',
    absent: 'not in the record',
    compared: {
      agrees: 'the same as the person’s',
      unclear: 'may be the person’s',
      differs: 'not the same as the person’s',
      unknown: 'nothing to compare with',
    },
    apart: 'Identifiers that cannot be accepted',
    apartText:
      'We do not search by these identifiers, and the case does not wait for a decision on them. Reject an identifier that you know is not the person’s. Then no record counts as the person’s because of it.',
  },
});
