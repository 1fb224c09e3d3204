import type { IdentityMethod } from './method.ts';

/**
 * Staff accept the person without the usual proof. This is a decision in a single case, and the person is asked for
 * nothing.
 */
export const override = {
  name: 'override',
  title: { sv: 'godtagen av medarbetare utan vanligt bevis', en: 'accepted by staff without the usual proof' },
  level: 'strong',
  givenBy: 'decision',
  seenTo: true,
  // The proof names the contact point if the person stated no other identifier, but staff have not checked that this
  // address is the person's.
  showsAddress: false,
  showsPersonnummer: false,
} as const satisfies IdentityMethod;
