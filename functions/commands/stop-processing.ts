import * as z from 'zod';
import { ownRights } from '#domain/case/lifecycle/own-rights.ts';
import { rightSchema, type Right } from '#domain/rights.ts';
import { field, line, lines } from './field.ts';
import { labels } from './labels.ts';
import { staffCommand } from './staff-command.ts';

/**
 * Records that marketing, or processing that is based on consent, must stop. The fields say which processing, from
 * which day, and where staff have stopped it.
 */
export const stopProcessing = staffCommand({
  type: 'stop-processing',
  group: 'decisions',
  roles: ['case-worker'],
  title: { sv: 'Anteckna att behandling ska upphöra', en: 'Record that processing is to stop' },
  help: {
    sv: 'Marknadsföring, och det som vilar på samtycke, ska upphöra genast och utan kontroll av identiteten (artikel 21.3 och 7.3). Personen får ett brev om vad som är antecknat och var det är gjort.',
    en: 'Marketing, and processing that is based on consent, must stop at once and without a check of identity (Art. 21(3), 7(3)). The letter tells the person what was recorded, and where the processing has stopped.',
  },
  submit: { sv: 'Skicka bekräftelsen', en: 'Send the confirmation' },
  done: { sv: 'Bekräftelsen skickas.', en: 'The confirmation is being sent.' },
  timeline: {
    'stop-recorded': {
      sv: 'En medarbetare antecknade att en behandling ska upphöra; det är inte infört i systemen än',
      en: 'A member of staff noted that processing must stop; it has not been entered in the systems yet',
    },
    'right-carried-out': {
      sv: 'En medarbetare antecknade att en behandling upphör',
      en: 'A member of staff noted that processing stops',
    },
  },
  target: 'right',
  fields: {
    right: field(z.enum(['objection', 'consent-withdrawal']), {
      label: { sv: 'Vilken rättighet använde personen?', en: 'Which right did the person use?' },
      widget: { as: 'target' },
    }),
    /** The processing that must stop. */
    what: field(lines(), { label: { sv: 'Vad som upphör', en: 'What is to stop' }, widget: { as: 'lines' } }),
    /**
     * The systems in which staff have already stopped the processing, as the letter names them. Absent: no system yet,
     * and the case stays open.
     */
    doneIn: field(lines().optional(), {
      label: { sv: 'Var det redan är infört', en: 'Where it has been entered already' },
      help: {
        sv: 'Ett system per rad, som det ska stå i brevet. Lämna tomt om det inte är infört någonstans än. Brevet säger då det, och ärendet är öppet tills du har fyllt i fältet.',
        en: 'One system per line, as the letter should name it. Leave it empty if nobody has entered it yet. The letter then says so, and the case stays open until you fill this in.',
      },
      widget: { as: 'lines' },
    }),
    from: field(z.iso.date(), { label: { sv: 'Upphör från och med', en: 'Stops from' }, widget: { as: 'date' } }),
    channels: field(
      z
        .array(z.enum(['email', 'sms', 'phone', 'post', 'other-electronic']))
        .min(1)
        .optional(),
      {
        label: { sv: 'Kanaler', en: 'Channels' },
        widget: {
          as: 'ticks',
          options: {
            email: { sv: 'E-post', en: 'E-mail' },
            sms: { sv: 'Sms', en: 'Text message' },
            phone: { sv: 'Telefon', en: 'Telephone' },
            post: { sv: 'Post', en: 'Post' },
            'other-electronic': { sv: 'Annat elektroniskt', en: 'Other electronic' },
          },
        },
      },
    ),
    inPrintUntil: field(z.iso.date().optional(), {
      label: {
        sv: 'Trycksaker kan komma till och med',
        en: 'Printed matter may still arrive until',
      },
      widget: { as: 'date' },
    }),
    /** The processing that continues, each with its legal basis other than consent. */
    continuing: field(
      z
        .array(z.strictObject({ what: line(), basis: line() }))
        .max(20)
        .optional(),
      { label: { sv: 'Vad som fortsätter', en: 'What continues' }, widget: { as: 'own' } },
    ),
  },
  targets: ({ state }) => ownRights(state).filter(isStoppedAtOnce),
  trial: (_, right) => ({ type: 'stop-processing', right: rightSchema.parse(right), text: '', entered: true }),
  ask: async ({ right, from, what, doneIn, channels, inPrintUntil, continuing }, { keep }) => {
    const text = await keep({
      from,
      what,
      ...(doneIn === undefined ? {} : { doneIn }),
      ...(channels === undefined ? {} : { channels }),
      ...(inPrintUntil === undefined ? {} : { inPrintUntil }),
      ...(continuing === undefined ? {} : { continuing }),
    });
    return { type: 'stop-processing', right, text, entered: doneIn !== undefined };
  },
});

/** Whether the law requires that we act on this right at once, without a proof of identity (Art. 21(3), 7(3)). */
function isStoppedAtOnce(right: Right): right is 'objection' | 'consent-withdrawal' {
  return right === 'objection' || right === 'consent-withdrawal';
}

/** The names of the two rights. */
export const stopProcessingLabels = labels({
  sv: {
    rights: {
      objection: 'Invändning mot direktmarknadsföring (artikel 21.2)',
      'consent-withdrawal': 'Återkallat samtycke (artikel 7.3)',
    },
  },
  en: {
    rights: {
      objection: 'Objection to direct marketing (Art. 21(2))',
      'consent-withdrawal': 'Withdrawal of consent (Art. 7(3))',
    },
  },
});
