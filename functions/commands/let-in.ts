import { field, words } from './field.ts';
import { staffCommand } from './staff-command.ts';

export const letIn = staffCommand({
  type: 'let-in',
  group: 'keeping',
  // The data protection officer may be the person who is locked out. Then an approver ends the lock-out.
  roles: ['dpo', 'approver'],
  title: { sv: 'Släpp in en kollega igen', en: 'Let a colleague in again' },
  help: {
    sv: 'Använd det här om någon stängdes ute av misstag, eller om skälet inte finns kvar. Den som är utestängd kan inte besluta det.',
    en: 'Use this if the lock-out was a mistake, or if its reason is gone. The colleague who is locked out cannot decide this.',
  },
  submit: { sv: 'Släpp in', en: 'Let in' },
  done: { sv: 'Kollegan är insläppt igen.', en: 'The colleague has been let in again.' },
  timeline: { 'staff-let-in': { sv: 'En kollega släpptes in igen', en: 'A colleague was let in again' } },
  target: 'member',
  fields: {
    member: field(words(200), {
      label: { sv: 'Vem är utestängd?', en: 'Who is locked out?' },
      widget: { as: 'target' },
    }),
    reason: field(words(), {
      label: { sv: 'Varför utestängningen inte längre gäller', en: 'Why the lock-out no longer applies' },
      goesInto: 'record',
      widget: { as: 'text' },
    }),
  },
  targets: ({ state }) => [...state.common.lockedOut],
  trial: (_, staff) => ({ type: 'let-in', staff, text: '' }),
  ask: async ({ member, reason }, { keep }) => ({ type: 'let-in', staff: member, text: await keep(reason) }),
});
