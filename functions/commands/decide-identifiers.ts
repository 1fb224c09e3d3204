import { searchOf } from '#domain/case/state.ts';
import { decideIdentifier } from './decide-identifier.ts';
import { field } from './field.ts';
import { labels } from './labels.ts';
import { staffCommand } from './staff-command.ts';

/** How many identifiers one command may decide on. */
export const mostIdentifiers = 200;

/**
 * Accepts or rejects several identifiers that searches returned: all of them, or none. A refusal gives the places, in
 * the list, of the identifiers on which the command cannot decide.
 */
export const decideIdentifiers = staffCommand({
  type: 'decide-identifiers',
  group: 'waiting',
  roles: ['case-worker'],
  title: {
    sv: 'System känner personen under andra identifierare',
    en: 'Systems know the person by other identifiers',
  },
  help: {
    sv: 'Om du godtar en identifierare söks de system som går att söka på den, och det som hittas lämnas ut till den här personen. Godta bara det som du kan se är personens.',
    en: 'If you accept an identifier, the systems that can be searched for it are searched, and this person gets what is found. Accept only identifiers that you can tell are the person’s.',
  },
  submit: decideIdentifier.submit,
  done: decideIdentifier.done,
  fields: {
    identifiers: field(decideIdentifier.fields.identifier.array().min(1).max(mostIdentifiers), {
      label: { sv: 'Identifierare', en: 'Identifiers' },
      widget: { as: 'own' },
    }),
    accept: decideIdentifier.fields.accept,
  },
  trial: ({ state }) => {
    const learned = searchOf(state)?.learned ?? [];
    // Every identifier can be rejected, but not every identifier can be accepted.
    const one = learned.find(({ decision }) => decision?.accepted !== false);
    const [tried] = one === undefined ? learned : [one];
    return {
      type: 'decide-identifiers',
      identifiers: tried === undefined ? [] : [{ identifier: tried.identifier.hash }],
      accept: one === undefined,
    };
  },
  ask: async ({ identifiers, accept }, { personnummerBeside, withdrawnWith }) => ({
    type: 'decide-identifiers',
    identifiers: identifiers.map((identifier) => ({ identifier, besides: personnummerBeside(identifier) ?? [] })),
    accept,
    withdrawn: accept ? [] : await withdrawnWith(identifiers),
  }),
});

/** The labels of the list on which staff decide on identifiers. */
export const decideIdentifiersLabels = labels({
  sv: {
    title: (kind: string, masked: string, system: string) => `${kind} ${masked}, från ${system}`,
    all: (count: number) => `Välj alla ${count} som ingen har avgjort`,
    accept: (count: number) => (count === 0 ? 'Godta de valda' : `Godta ${count}`),
    reject: (count: number) => (count === 0 ? 'Avvisa de valda' : `Avvisa ${count}`),
    canChange:
      'Du kan ändra ett beslut tills svaret godkänns. Om du avvisar en identifierare som du har godtagit försvinner också de poster som hittades bara med den.',
    notAcceptable: (count: number) =>
      count === 1 ? 'En av de valda kan inte godtas.' : `${count} av de valda kan inte godtas.`,
    /** A warning before staff accept a contact that other people may share. */
    shared:
      'Flera personer kan dela ett telefonnummer eller en fakturaadress. Om du godtar uppgiften kan även poster om någon annan som har den lämnas ut.',
    /** Beside a number that is unique only in the system that issued it, such as a customer number. */
    ofOneSystem: 'Numret söks bara i det här systemet.',
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
  },
  en: {
    title: (kind: string, masked: string, system: string) => `${kind} ${masked}, found in ${system}`,
    all: (count: number) => `Choose all ${count} on which nobody has decided`,
    accept: (count: number) => (count === 0 ? 'Accept those chosen' : `Accept ${count}`),
    reject: (count: number) => (count === 0 ? 'Reject those chosen' : `Reject ${count}`),
    canChange:
      'You can change a decision until the answer is released. If you reject an identifier that you had accepted, the records that were found only by it leave the answer too.',
    notAcceptable: (count: number) =>
      count === 1 ? 'One of those chosen cannot be accepted.' : `${count} of those chosen cannot be accepted.`,
    shared:
      'Several people can share a telephone number or an address for invoices. If you accept it, the answer may also contain records of somebody else who has it.',
    ofOneSystem: 'Only this system is searched for the number.',
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
  },
});
