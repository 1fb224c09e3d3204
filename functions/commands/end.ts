import * as z from 'zod';
import { endingSchema } from '#domain/case/vocabulary.ts';
import { field, line, lines, words } from './field.ts';
import { incomplete } from './incomplete.ts';
import { labels } from './labels.ts';
import { staffCommand } from './staff-command.ts';

const endings = endingSchema.exclude(['answered', 'joined']);

/** The endings that staff can choose. The most common endings come first. */
export const endingOrder = [
  'withdrawn',
  'carried-out',
  'no-answer',
  'not-proven',
  'cannot-find',
  'forwarded',
  'deceased',
  'not-a-request',
] as const satisfies readonly z.infer<typeof endings>[];

/** Ends a case. The status of the case limits the endings from which staff can choose. */
export const end = staffCommand({
  type: 'end',
  group: 'decisions',
  roles: (ending) =>
    // Case workers may record that the person withdrew the request, or that there was no request. For the other endings
    // staff must judge the case, so an approver chooses them.
    ending === 'withdrawn' || ending === 'not-a-request' ? ['case-worker'] : ['approver'],
  title: { sv: 'Avsluta ärendet', en: 'End the case' },
  help: {
    sv: 'Hur ett ärende slutar avgör vad personen får veta (artikel 12.3–12.4). Välj det som är sant.',
    en: 'The ending determines what the letter to the person says (Art. 12(3)-(4)). Choose the one that is true.',
  },
  submit: { sv: 'Gå vidare till bekräftelse', en: 'Go on to confirm' },
  done: { sv: 'Ärendet är avslutat.', en: 'The case has been ended.' },
  target: 'ending',
  fields: {
    ending: field(z.enum(endings.options), {
      label: { sv: 'Hur det slutar', en: 'How it ends' },
      widget: { as: 'own' },
    }),
    /** The reason for the ending. The letter quotes it if the ending is `cannot-find`. */
    reason: field(words().optional(), { label: { sv: 'Skäl', en: 'Reason' }, widget: { as: 'own' } }),
    /** Which data from the person would help to find their records. Only for the ending `cannot-find`. */
    wouldHelp: field(lines().optional(), {
      label: { sv: 'Vilka uppgifter som skulle hjälpa', en: 'Which data would help' },
      widget: { as: 'own' },
    }),
    /** The company that must answer the request itself. Required for the ending `forwarded`. */
    company: field(line().optional(), {
      label: { sv: 'Bolaget som ska besvara begäran', en: 'The company that must answer the request' },
      widget: { as: 'own' },
    }),
    companyEmail: field(z.email().optional(), {
      label: { sv: 'Bolagets adress för begäranden', en: 'The address of the company for requests' },
      widget: { as: 'own' },
    }),
    /** What the contract gives the estate of a dead person, in whole sentences. Required for the ending `deceased`. */
    estateRoute: field(words().optional(), {
      label: { sv: 'Vad avtalet ger dödsboet', en: 'What the contract gives the estate' },
      widget: { as: 'own' },
    }),
  },
  targets: () => endingOrder,
  trial: (_, target) => ({ type: 'end', ending: endings.parse(target), text: '' }),
  ask: async ({ ending, reason, wouldHelp, company, companyEmail, estateRoute }, { keep }) => {
    if (ending === 'forwarded' && (company === undefined || companyEmail === undefined))
      return incomplete(['company', 'companyEmail'], 'company-not-named');
    if (ending === 'deceased' && estateRoute === undefined)
      return incomplete(['estateRoute'], 'estate-route-not-named');
    const written = {
      ...(reason === undefined ? {} : { reason }),
      ...(wouldHelp === undefined ? {} : { wouldHelp }),
      ...(company === undefined ? {} : { company }),
      ...(companyEmail === undefined ? {} : { companyEmail }),
      ...(estateRoute === undefined ? {} : { estateRoute }),
    };
    return { type: 'end', ending, text: Object.keys(written).length === 0 ? null : await keep(written) };
  },
});

/**
 * The labels of the form that ends a case, in addition to the labels in `fields`, and the labels of the buttons that
 * open the form.
 */
export const endLabels = labels({
  sv: {
    how: 'Hur slutar det?',
    reason: 'Skäl',
    what: 'Vad som gjordes, och hur personen fick veta',
    wouldHelp: 'Vilka uppgifter som skulle hjälpa',
    company: 'Bolaget som ska besvara begäran',
    companyEmail: 'Bolagets adress för begäranden',
    estate: 'Vad avtalet ger dödsboet',
    estateHint: 'I hela meningar: de står i brevet.',
    confirmTitle: (how: string) => `Avsluta ärendet: ${how}?`,
    confirmText: 'Om personen ska få ett brev om avslutet skickas det genast.',
    confirm: 'Avsluta ärendet',
    notARequest: 'Det är ingen begäran',
    carriedOut: 'Anteckna vad som gjordes',
    carryOut: 'Utför det som begärs',
    carryOutText:
      'Programmet kan inte göra det här. Gör det för hand, berätta det för personen (artikel 12.3) och anteckna båda delarna.',
  },
  en: {
    how: 'How does it end?',
    reason: 'Reason',
    what: 'What was done, and how the person was told',
    wouldHelp: 'Which data would help',
    company: 'The company that must answer the request',
    companyEmail: 'The address of the company for requests',
    estate: 'What the contract gives the estate',
    estateHint: 'Write whole sentences: the letter contains them.',
    confirmTitle: (how: string) => `End the case: ${how}?`,
    confirmText: 'If this ending requires a letter to the person, it is sent at once.',
    confirm: 'End the case',
    notARequest: 'It is not a request',
    carriedOut: 'Record what was done',
    carryOut: 'Carry out what is asked for',
    carryOutText: 'This product cannot do this. Do it by hand, tell the person (Art. 12(3)), and record both.',
  },
});
