import { openPart, type Doing } from './open-part.ts';

/**
 * Opens the case of a complaint or of a claim for damages that a request contains (Art. 77, 79, 82; practice 18). The
 * new case has its own day of receipt, and does not delay the request. While the case of an earlier complaint is open,
 * a further complaint is added to it; the same holds for claims.
 */
export async function complain(
  doing: Doing,
  wish: { readonly text: string; readonly damages: boolean },
): Promise<{ readonly ok: true; readonly reference: string }> {
  const matter = wish.damages ? 'claim' : 'complaint';
  const reference = await openPart(doing, { matter, rights: [], text: wish.text, channel: 'portal', inbound: [] });
  return { ok: true, reference };
}
