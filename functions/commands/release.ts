import * as z from 'zod';
import { searchOf } from '#domain/case/state.ts';
import { field } from './field.ts';
import { staffCommand } from './staff-command.ts';

export const release = staffCommand({
  type: 'release',
  group: 'waiting',
  roles: ['approver'],
  title: { sv: 'Godkänn att lämna ut svaret', en: 'Release the answer' },
  help: {
    sv: 'Kontrollera vad som går ut. När alla som måste godkänna har gjort det sätts paketet ihop, och personen får veta att det är klart.',
    en: 'Check what goes out. Once everybody who must release it has done so, the package is put together and the person is told that it is ready.',
  },
  submit: { sv: 'Godkänn att lämna ut', en: 'Release the answer' },
  done: { sv: 'Ditt godkännande är sparat.', en: 'Your release has been saved.' },
  timeline: {
    'release-approved': {
      sv: 'En medarbetare godkände att lämna ut svaret',
      en: 'The answer was released by a member of staff',
    },
  },
  target: 'round',
  fields: {
    round: field(z.number().int().positive(), {
      label: { sv: 'Vilket svar', en: 'Which answer' },
      widget: { as: 'target' },
    }),
  },
  targets: ({ state }) => {
    const round = searchOf(state)?.round;
    return round === undefined ? [] : [String(round)];
  },
  trial: (_, round) => ({ type: 'release', round: Number(round) }),
  ask: ({ round }) => ({ type: 'release', round }),
});
