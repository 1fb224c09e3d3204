import * as z from 'zod';
import { field } from './field.ts';
import { staffCommand } from './staff-command.ts';

/** Takes back the refusal of a part. The answer then contains the data that the refusal left out. */
export const takeBackRefusal = staffCommand({
  type: 'take-back-refusal',
  group: 'decisions',
  roles: ['approver'],
  title: { sv: 'Ta tillbaka ett avslag', en: 'Take a refusal back' },
  help: {
    sv: 'Det som avslogs lämnas ut med svaret. Har någon redan godkänt svaret måste det godkännas igen.',
    en: 'The answer then contains what was refused. If somebody has already released the answer, it must be released again.',
  },
  submit: { sv: 'Ta tillbaka avslaget', en: 'Take the refusal back' },
  done: { sv: 'Avslaget är taget tillbaka.', en: 'The refusal has been taken back.' },
  timeline: { 'refusal-taken-back': { sv: 'Ett avslag togs tillbaka', en: 'A refusal was taken back' } },
  target: 'refusal',
  fields: {
    /** The number of the refusal; the first refusal has number 1. */
    refusal: field(z.number().int().positive(), {
      label: { sv: 'Vilket avslag?', en: 'Which refusal?' },
      widget: { as: 'target' },
    }),
  },
  targets: ({ state }) =>
    state.common.refusals.flatMap(({ scope, standing }, index) =>
      scope === 'part' && standing === 'in-force' ? [String(index + 1)] : [],
    ),
  trial: (_, refusal) => ({ type: 'take-back-refusal', refusal: Number(refusal) }),
  ask: ({ refusal }) => ({ type: 'take-back-refusal', refusal }),
});
