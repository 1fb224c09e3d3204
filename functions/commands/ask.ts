import * as z from 'zod';
import { askReasonSchema, type AskReason } from '#domain/case/vocabulary.ts';
import { field, id, lines, words } from './field.ts';
import { incomplete } from './incomplete.ts';
import { staffCommand } from './staff-command.ts';

/** The reasons that staff may choose for each kind of question (Art. 12(6), recital 63). */
const reasons: Readonly<Record<string, readonly AskReason[]>> = {
  identity: ['contact-not-known', 'sensitive-data', 'contradicting-details', 'several-people-match'],
  clarification: ['large-amount', 'request-not-understood'],
};

export const reasonsInWords = {
  'contact-not-known': { sv: 'Vi känner inte kontaktadressen', en: 'The contact address is not known to us' },
  'sensitive-data': {
    sv: 'Uppgifterna är känsliga och skulle kunna göra skada hos fel person',
    en: 'The data are sensitive, and would do harm in the wrong hands',
  },
  'contradicting-details': {
    sv: 'Uppgifterna som har lämnats motsäger varandra',
    en: 'The details given contradict each other',
  },
  'several-people-match': {
    sv: 'Uppgifterna stämmer på flera personer',
    en: 'Several people match the details',
  },
  'large-amount': { sv: 'Det finns många uppgifter om personen', en: 'We hold a large amount about the person' },
  'request-not-understood': { sv: 'Begäran går inte att förstå', en: 'The request cannot be understood' },
};

/**
 * Asks the person a question by letter. A question about identity names only methods that are strong enough and that
 * this person can use (practice 7 in `domain/README.md`).
 */
export const ask = staffCommand({
  type: 'ask',
  group: 'request',
  roles: ['case-worker'],
  title: { sv: 'Fråga vad som menas', en: 'Ask what is meant' },
  help: {
    sv: 'Skäl 63: om det finns många uppgifter får man fråga vad begäran avser. Den som ändå vill ha allt får allt.',
    en: 'Recital 63: if we hold a large amount, we may ask the person what the request is about. A person who still wants everything gets everything.',
  },
  submit: { sv: 'Skicka frågan', en: 'Send the question' },
  done: { sv: 'Frågan skickas.', en: 'The question is being sent.' },
  variants: {
    identity: {
      group: 'who-asks',
      title: { sv: 'Be om bevis på identiteten', en: 'Ask for proof of identity' },
      help: {
        sv: 'Artikel 12.6: bara om det finns skäl att tvivla på vem det är, och inte om mer än vad som behövs.',
        en: 'Art. 12(6): ask only if you have a reason to doubt who the person is, and ask for no more than you need.',
      },
      submit: { sv: 'Skicka frågan', en: 'Send the question' },
    },
  },
  timeline: { asked: { sv: 'En fråga till personen ställdes', en: 'A question was put to the person' } },
  target: 'about',
  fields: {
    about: field(z.enum(['identity', 'clarification']), {
      label: { sv: 'Vad frågan gäller', en: 'What the question is about' },
      widget: { as: 'target' },
    }),
    why: field(z.enum(askReasonSchema.options), {
      label: { sv: 'Varför frågar du?', en: 'Why do you ask?' },
      widget: {
        as: 'choice',
        options: reasonsInWords,
        among: ({ about }) => (typeof about === 'string' ? (reasons[about] ?? []) : []),
      },
    }),
    /** The question, and the reason for it in this case. */
    question: field(words(), {
      label: { sv: 'Vad exakt frågar du efter, och varför?', en: 'What exactly do you ask for, and why?' },
      goesInto: 'letter',
      widget: { as: 'text' },
    }),
    /** The sets of data from which the person may choose, if the controller holds a large amount. */
    choices: field(lines().optional(), {
      label: { sv: 'Vad man kan välja', en: 'What may be chosen' },
      help: {
        sv: 'Slag av uppgifter som personen kan kryssa för, ett på varje rad.',
        en: 'Sets of data that the person can tick, one on each line.',
      },
      widget: { as: 'lines' },
      when: ({ why }) => why === 'large-amount',
    }),
    /**
     * The methods of proof that the letter names, from `identityMethods` of the case. Only for a question about
     * identity. Absent: the letter names all of them.
     */
    methods: field(z.array(id()).min(1).max(20).optional(), {
      label: { sv: 'Vilka sätt nämner brevet?', en: 'Which methods of proof does the letter name?' },
      help: {
        sv: 'Vart och ett räcker, och personen kan använda det. Om du inte väljer något nämner brevet alla.',
        en: 'Each of these is enough, and the person can use it. If you choose none, the letter names all of them.',
      },
      widget: { as: 'identity-methods' },
      when: ({ about }) => about === 'identity',
    }),
    suspend: field(z.boolean(), {
      label: { sv: 'Låt tiden vila tills svaret kommer', en: 'Suspend the period until the person answers' },
      help: {
        sv: 'Går bara om du frågar utan onödigt dröjsmål, det vill säga inom det antal dagar som policyn anger. De räknas från den dag då begäran kom in eller tvivlet uppstod. Ingen lag säger hur vilotiden räknas. Håll därför det datum som gäller utan vila.',
        en: 'Possible only if you ask without undue delay, within the number of days that the policy sets. The days are counted from the receipt or from the new doubt. No law says how a suspension is counted, so keep to the date that applies without a suspension.',
      },
      widget: { as: 'tick' },
    }),
    /** The day from which staff had a reason to ask. Absent: the day of receipt. */
    doubtSince: field(z.iso.date().optional(), {
      label: { sv: 'Sedan när finns det skäl att fråga?', en: 'Since when have you had a reason to ask?' },
      help: {
        sv: 'Lämna tomt om det fanns från början.',
        en: 'Leave it empty if the reason was there from the start.',
      },
      widget: { as: 'date' },
    }),
  },
  targets: () => ['clarification', 'identity'],
  trial: ({ state }, target) => {
    const doubtSince = state.common.facts.receivedLocalDate;
    return target === 'identity'
      ? { type: 'ask', about: 'identity', why: 'contact-not-known', text: '', doubtSince, suspend: false }
      : { type: 'ask', about: 'clarification', why: 'large-amount', text: '', doubtSince, suspend: false };
  },
  ask: async ({ about, why, question, choices, methods, suspend, doubtSince }, { state, methodsToAsk, keep }) => {
    if (methods !== undefined) {
      const open = about === 'identity' ? await methodsToAsk() : [];
      if (methods.some((method) => !open.includes(method)))
        return open.length === 0
          ? incomplete(['methods'], 'no-methods-to-choose')
          : incomplete(['methods'], 'methods-not-offered', { methods: open.join(', ') });
    }
    const several = choices !== undefined || methods !== undefined;
    const text = await keep(several ? { question, choices, methods } : question);
    return { type: 'ask', about, why, text, doubtSince: doubtSince ?? state.common.facts.receivedLocalDate, suspend };
  },
});
