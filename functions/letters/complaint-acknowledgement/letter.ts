import { escalationAddress } from '#domain/organisation/controller.ts';
import type { LetterSource } from '../source.ts';
import { english, swedish } from './words.ts';

/** The letter that confirms receipt of a complaint about us or of a claim for damages (Art. 77, 79, 82). */
export type Content = {
  readonly kind: 'complaint-acknowledgement';
  readonly about: 'complaint' | 'claim';
  /** The e-mail address of the staff who handle the complaint or the claim. */
  readonly contact: string;
};

function content(source: LetterSource): Content {
  const { state, controller } = source;
  return {
    kind: 'complaint-acknowledgement',
    about: state.common.facts.matter === 'claim' ? 'claim' : 'complaint',
    contact: escalationAddress(controller) ?? controller.email,
  };
}

function samples(): readonly Content[] {
  return [
    { kind: 'complaint-acknowledgement', about: 'complaint', contact: 'dataskydd@nordvik.example' },
    { kind: 'complaint-acknowledgement', about: 'claim', contact: 'jurist@nordvik.example' },
  ];
}

export const complaintAcknowledgement = { content, samples, swedish, english };
