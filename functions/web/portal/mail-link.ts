import { html } from 'hono/html';
import type { Markup } from './layout.ts';

/** A link to write to an address; a narrow column breaks it after the at sign, not in the middle of a name. */
export function mailLink(address: string): Markup {
  const at = address.indexOf('@') + 1;
  return html`<a href="mailto:${address}">${address.slice(0, at)}<wbr />${address.slice(at)}</a>`;
}
