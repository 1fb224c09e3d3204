import { staffCommand } from './staff-command.ts';

/** Ends a legal hold. The case can then be erased when its retention period is over. */
export const liftLegalHold = staffCommand({
  type: 'lift-legal-hold',
  group: 'keeping',
  roles: ['dpo'],
  title: { sv: 'Häv bevarandet', en: 'Lift the legal hold' },
  help: {
    sv: 'Ärendets material raderas sedan vid den vanliga tiden, som i varje annat ärende (artikel 5.1 e).',
    en: 'The material of this case is then erased at its usual time, as in every other case (Art. 5(1)(e)).',
  },
  submit: { sv: 'Häv spärren', en: 'Lift the hold' },
  done: { sv: 'Bevarandet är hävt.', en: 'The legal hold has been lifted.' },
  confirm: {},
  timeline: { 'legal-hold-lifted': { sv: 'Bevarandet hävdes', en: 'The legal hold was lifted' } },
  fields: {},
  trial: () => ({ type: 'lift-legal-hold' }),
  ask: () => ({ type: 'lift-legal-hold' }),
});
