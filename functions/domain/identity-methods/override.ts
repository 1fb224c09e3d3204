import type { IdentityMethod } from './method.ts';

/** Staff accept the person without the usual proof: a decision in a single case, for which nobody is asked. */
export const override = {
  name: 'override',
  title: { sv: 'godtagen av medarbetare utan vanligt bevis', en: 'accepted by staff without the usual proof' },
  level: 'strong',
  givenBy: 'decision',
  seenTo: true,
  // It names the contact point where nothing else was stated, and nobody has checked that address.
  showsAddress: false,
  showsPersonnummer: false,
} as const satisfies IdentityMethod;
