import type { LetterDate } from '../parts.ts';
import type { Translate } from '../sample-parts.ts';
import { english, swedish } from './words.ts';

/** Names everybody who has received the data (Art. 15(1)(c), 19; C-154/21). */
export type Content = { readonly kind: 'recipients'; readonly recipients: readonly NamedRecipient[] };

export interface NamedRecipient {
  readonly name: string;
  /** When the recipient was told of a change, or why not (Art. 19). `null` if no data were changed. */
  readonly told: { readonly on: LetterDate } | { readonly notBecause: string } | null;
}

function samples(t: Translate): readonly Content[] {
  return [
    {
      kind: 'recipients',
      recipients: [
        { name: 'HubSpot Ireland Limited', told: null },
        { name: 'Intuit Mailchimp', told: { on: '2026-12-01' } },
        {
          name: 'Fjällfrakt i Exempel AB',
          told: { notBecause: t({ sv: 'Bolaget finns inte längre', en: 'It no longer exists' }) },
        },
      ],
    },
    { kind: 'recipients', recipients: [] },
  ];
}

export const recipients = { samples, swedish, english };
