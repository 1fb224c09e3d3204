import { failedSystems } from './failed-systems.ts';
import { field, id } from './field.ts';
import { labels } from './labels.ts';
import { staffCommand } from './staff-command.ts';

export const retrySystem = staffCommand({
  type: 'retry-system',
  group: 'waiting',
  roles: ['case-worker'],
  title: { sv: 'En sökning misslyckades', en: 'A search failed' },
  help: {
    sv: 'Försök igen när felet är rättat. Fram till dess säger svaret att sökningen misslyckades.',
    en: 'Try again when the fault has been corrected. Until then, the answer says that this search failed.',
  },
  submit: { sv: 'Försök igen', en: 'Try again' },
  done: { sv: 'Sökningen görs om.', en: 'The search has been started again.' },
  timeline: {
    'system-retried': { sv: 'En misslyckad sökning begärdes igen', en: 'A failed search was started again' },
  },
  target: 'system',
  fields: { system: field(id(), { label: { sv: 'System', en: 'System' }, widget: { as: 'target' } }) },
  targets: ({ state }) => failedSystems(state),
  trial: (_, system) => ({ type: 'retry-system', system }),
  ask: ({ system }) => ({ type: 'retry-system', system }),
});

/** The labels of the card of a failed search. */
export const retrySystemLabels = labels({
  sv: {
    title: (system: string) => `Sökningen misslyckades: ${system}`,
    why: (reason: string) => `Orsak: ${reason}.`,
  },
  en: {
    title: (system: string) => `The search failed: ${system}`,
    why: (reason: string) => `Why: ${reason}.`,
  },
});
