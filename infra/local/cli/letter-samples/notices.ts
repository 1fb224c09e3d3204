import { securePage } from './fixed.ts';
import type { SamplesOf, Translate } from './parts.ts';

/** A breach, and what goes to others. */
export function noticesSamples(
  t: Translate,
): SamplesOf<'recipient-notice' | 'breach-notice' | 'processor-task' | 'staff-alert'> {
  return {
    'recipient-notice': [
      {
        kind: 'recipient-notice',
        to: 'processor',
        record: { kind: 'record-number', value: 'K-104455' },
        operation: 'erased',
        doneOn: '2026-12-01',
        confirmBy: '2026-12-11',
      },
      {
        kind: 'recipient-notice',
        to: 'controller',
        record: { kind: 'secure-page', address: securePage },
        operation: 'restricted',
        doneOn: '2026-12-01',
        confirmBy: '2026-12-11',
      },
      ...(['rectified', 'completed', 'restriction-lifted'] as const).map((operation) => ({
        kind: 'recipient-notice' as const,
        to: 'controller' as const,
        record: { kind: 'customer-number' as const, value: 'N-2207' },
        operation,
        doneOn: '2026-12-01',
        confirmBy: '2026-12-11',
      })),
    ],
    'breach-notice': [
      {
        kind: 'breach-notice',
        discoveredOn: '2026-11-28',
        nature: t({
          sv: 'Ett svar med dina uppgifter hämtades av någon annan än du',
          en: 'An answer with your data was fetched by somebody other than you',
        }),
        consequences: [t({ sv: 'Någon kan försöka handla i ditt namn', en: 'Somebody may try to shop in your name' })],
        measures: [
          t({ sv: 'Vi har stängt länken', en: 'We have closed the link' }),
          t({ sv: 'Vi har begärt att kopian raderas', en: 'We have asked for the copy to be erased' }),
        ],
        advice: [t({ sv: 'Var försiktig med samtal från okända', en: 'Be careful with calls from strangers' })],
      },
    ],
    'processor-task': [
      {
        kind: 'processor-task',
        system: t({ sv: 'nyhetsbrevet', en: 'the newsletter' }),
        record: { kind: 'secure-page', address: securePage },
        task: 'search',
        replyBy: '2026-12-04',
      },
      ...(['rectify', 'erase', 'restrict', 'hand-over', 'stop-marketing'] as const).map((task) => ({
        kind: 'processor-task' as const,
        system: t({ sv: 'nyhetsbrevet', en: 'the newsletter' }),
        record: { kind: task === 'erase' ? ('contract-number' as const) : ('order-number' as const), value: 'A-5501' },
        task,
        replyBy: '2026-12-04',
      })),
    ],
    'staff-alert': (
      [
        'escalation',
        'held-undecided',
        'late-refusal',
        'breach',
        'breach-hours',
        'letter-bounced',
        'unsuspended-date',
        'legal',
        'stop-at-once',
        'reply-after-end',
        'contact-disputed',
        'reply-to-decide',
        'delivered-not-theirs',
      ] as const
    ).map((alert) => ({ kind: 'staff-alert', alert, date: '2026-12-16' })),
  };
}
