import { openPart, type Doing } from './open-part.ts';

/**
 * Opens the case of a complaint or of a claim for damages that a request contains (Art. 77, 79, 82; practice 18). The
 * new case has its own day of receipt, and does not delay the request. A second complaint is added to the case of the
 * first, and a second claim to that of the first claim.
 */
export async function complain(
  doing: Doing,
  wish: { readonly text: string; readonly damages: boolean },
): Promise<{ readonly ok: true; readonly reference: string }> {
  const matter = wish.damages ? 'claim' : 'complaint';
  const reference = await openPart(doing, { matter, rights: [], text: wish.text, channel: 'portal', inbound: [] });
  return { ok: true, reference };
}
