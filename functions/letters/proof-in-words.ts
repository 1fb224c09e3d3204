import type { AskedMethod } from '#domain/identity-methods/method.ts';
import { askedMethods } from '#domain/identity-methods/methods.ts';
import type { Language } from '#domain/language.ts';
import type { ProofMethod } from './parts.ts';

type Words = AskedMethod<{}>['letter'];

/** Two things that a letter can ask for in addition to the methods of proof in `domain/identity-methods`. */
const supplements: Readonly<Record<'order-details' | 'mandate', { readonly letter: Words }>> = {
  'order-details': {
    letter: {
      sentence: {
        sv: 'Uppge numret på en order eller en faktura som du har fått av oss.',
        en: 'Give the number of an order or an invoice that you have had from us.',
      },
      thing: { sv: 'numret på en order eller en faktura', en: 'the number of an order or an invoice' },
    },
  },
  mandate: {
    letter: {
      sentence: {
        sv: 'Visa att du får göra detta för den andra personen, till exempel med en fullmakt.',
        en: 'Show that you may do this for the other person, for example with a power of attorney.',
      },
      thing: {
        sv: 'en fullmakt eller något annat som visar att du får företräda personen',
        en: 'a power of attorney or something else that shows that you may act for the person',
      },
    },
  },
};

const ways: Readonly<Record<ProofMethod['method'], { readonly letter: Words }>> = { ...askedMethods, ...supplements };

/**
 * Describes a method of proof for a list in a letter. `as` chooses a whole sentence, or only the thing that the person
 * should send.
 */
export function proofInWords(proof: ProofMethod, as: keyof Words, language: Language): string {
  const words = ways[proof.method].letter[as][language];
  return 'name' in proof ? words.replaceAll('{name}', () => proof.name) : words;
}
