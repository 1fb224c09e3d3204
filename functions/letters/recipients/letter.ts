import type { LetterDate } from '../parts.ts';
import type { Translate } from '../sample-parts.ts';
import { english, swedish } from './words.ts';

/** The letter that names all recipients of the data (Art. 15(1)(c), 19; C-154/21). */
export type Content = { readonly kind: 'recipients'; readonly recipients: readonly NamedRecipient[] };

export interface NamedRecipient {
  readonly name: string;
  /** When we told the recipient of a change, or why we did not (Art. 19). `null` if no data were changed. */
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
