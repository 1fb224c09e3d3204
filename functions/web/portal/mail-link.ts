import { html } from 'hono/html';
import type { Markup } from './layout.ts';

/** A `mailto:` link that shows the address. In a narrow column the address may break after the at sign (`<wbr>`). */
export function mailLink(address: string): Markup {
  const at = address.indexOf('@') + 1;
  return html`<a href="mailto:${address}">${address.slice(0, at)}<wbr />${address.slice(at)}</a>`;
}
