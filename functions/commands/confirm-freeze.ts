import { field, id } from './field.ts';
import { labels } from './labels.ts';
import { staffCommand } from './staff-command.ts';

export const confirmFreeze = staffCommand({
  type: 'confirm-freeze',
  group: 'waiting',
  roles: ['case-worker'],
  title: { sv: 'Stoppa schemalagd gallring', en: 'Stop scheduled erasure' },
  help: {
    sv: 'Det som personen begär får inte gallras innan begäran är besvarad. Stoppa gallringen samma dag som begäran kom in.',
    en: 'A schedule must not erase what the person asks for before we have answered. Stop it on the day of receipt.',
  },
  submit: { sv: 'Den är stoppad', en: 'It is stopped' },
  done: { sv: 'Det är antecknat att gallringen är stoppad.', en: 'It is recorded that scheduled erasure is stopped.' },
  timeline: {
    'freeze-confirmed': {
      sv: 'En medarbetare bekräftade att schemalagd gallring är stoppad',
      en: 'A member of staff confirmed that scheduled erasure is stopped',
    },
  },
  target: 'system',
  fields: { system: field(id(), { label: { sv: 'System', en: 'System' }, widget: { as: 'target' } }) },
  targets: ({ freezesByHand }) => freezesByHand,
  trial: (_, system) => ({ type: 'confirm-freeze', system }),
  ask: ({ system }) => ({ type: 'confirm-freeze', system }),
});

/** The title of the card. */
export const confirmFreezeLabels = labels({
  sv: { title: (system: string) => `Stoppa schemalagd gallring: ${system}` },
  en: { title: (system: string) => `Stop scheduled erasure: ${system}` },
});
