import { openPart, type Doing } from './open-part.ts';

/**
 * Opens a case for a complaint or a claim for damages that a person sends from the page of their case (Art. 77, 79, 82;
 * practice 18 in `domain/README.md`). The new case has its own day of receipt, and does not delay the request. If the
 * case of an earlier complaint is still open, a further complaint is added to that case as a note; the same holds for
 * claims.
 */
export async function complain(
  doing: Doing,
  wish: { readonly text: string; readonly damages: boolean },
): Promise<{ readonly ok: true; readonly reference: string }> {
  const matter = wish.damages ? 'claim' : 'complaint';
  const reference = await openPart(doing, { matter, rights: [], text: wish.text, channel: 'portal', inbound: [] });
  return { ok: true, reference };
}
