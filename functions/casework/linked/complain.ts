import { openPart, type Doing } from './open-part.ts';

/**
 * Opens the case of a complaint or of a claim for damages that comes with a request (Art. 77, 79, 82; practice 18). The
 * new case has its own day of receipt, and neither delays nor narrows the request. A further complaint of the same kind
 * is added to the case of the first complaint.
 */
export async function complain(
  doing: Doing,
  wish: { readonly text: string; readonly damages: boolean },
): Promise<{ readonly ok: true; readonly reference: string }> {
  const matter = wish.damages ? 'claim' : 'complaint';
  const reference = await openPart(doing, { matter, rights: [], text: wish.text, channel: 'portal', inbound: [] });
  return { ok: true, reference };
}
