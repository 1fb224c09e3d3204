import { html } from 'hono/html';
import type { Markup } from './layout.ts';

/**
 * A link that starts a mail to an address. In a narrow column, the line may break after the at sign but not inside a
 * name.
 */
export function mailLink(address: string): Markup {
  const at = address.indexOf('@') + 1;
  return html`<a href="mailto:${address}">${address.slice(0, at)}<wbr />${address.slice(at)}</a>`;
}
