import { isSilent } from '#domain/case/lifecycle/hold-rules.ts';
import { asLiving } from '#domain/case/state.ts';
import type { CaseAtHand } from './case-at-hand.ts';
import { field, id } from './field.ts';
import { incomplete } from './incomplete.ts';
import { labels } from './labels.ts';
import { staffCommand } from './staff-command.ts';

/**
 * Joins this case to another case whose answer covers everything that this case requests. The answer is sent only to
 * the contact point of the other case. So both cases must have the same controller and the same contact point. The same
 * name or telephone number is not enough.
 */
export const join = staffCommand({
  type: 'join',
  group: 'request',
  roles: ['case-worker'],
  title: { sv: 'För samman med ett annat ärende', en: 'Join with another case' },
  help: {
    sv: 'Två begäranden om samma sak blir en. Den senare fortsätter i den tidigare, så att ingen dag flyttas fram.',
    en: 'Two requests about the same matter become one. The later request continues in the earlier case, so that no date becomes later.',
  },
  submit: { sv: 'För samman', en: 'Join' },
  done: { sv: 'Ärendet är fört samman.', en: 'The case has been joined.' },
  confirm: {
    text: {
      sv: 'Två begäranden om samma sak blir en. Den senare fortsätter i den tidigare, så att ingen dag flyttas fram. Det går inte att ångra.',
      en: 'Two requests about the same matter become one. The later request continues in the earlier case, so that no date becomes later. This cannot be undone.',
    },
  },
  target: 'into',
  fields: {
    into: field(id(), { label: { sv: 'In i vilket ärende?', en: 'Into which case?' }, widget: { as: 'target' } }),
  },
  targets: ({ others }) => living(others).map(({ reference }) => reference),
  trial: ({ others, now }, into) => ({
    type: 'join',
    into,
    intoReceivedAt: others.find(({ reference }) => reference === into)?.receivedAt ?? now,
  }),
  ask: async ({ into }, { state, otherCase }) => {
    const other = await otherCase(into);
    if (other?.sameContact !== true) return incomplete(['into'], 'joins-another-person');
    if (asLiving(other.state) === undefined) return incomplete(['into'], 'joins-an-ended-case');
    // While staff decide whether to handle the other case, its person gets no letters. If this case were joined to it,
    // the person would hear nothing more from us.
    if (isSilent(other.state)) return incomplete(['into'], 'joins-a-held-case');
    if (state.common.facts.matter !== 'request' || other.state.common.facts.matter !== 'request')
      return incomplete(['into'], 'joins-no-request');
    const wanting = state.common.facts.rights.filter((right) => !other.state.common.facts.rights.includes(right));
    return wanting.length > 0
      ? incomplete(['into'], 'joins-what-answers-less', { rights: wanting.join(', ') })
      : { type: 'join', into, intoReceivedAt: other.state.common.facts.receivedAt };
  },
});

/** Leaves out the cases that have ended, because no case can be joined to them. */
function living(others: CaseAtHand['others']): CaseAtHand['others'] {
  return others.filter(({ status }) => status !== 'closed' && status !== 'refused');
}

/** The line below the number of a case that can be joined. */
export const joinLabels = labels({
  sv: { line: (received: string) => `kom in ${received}` },
  en: { line: (received: string) => `received ${received}` },
});
