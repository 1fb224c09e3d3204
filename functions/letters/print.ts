import { html } from 'hono/html';
import type { Language } from '#domain/language.ts';
import type { RenderedLetter } from './letter.ts';

/**
 * Makes an HTML page that staff print and post. The page shows the recipient's postal address, and each web address in
 * full.
 */
export async function printedLetter(
  letter: RenderedLetter,
  to: { readonly recipient: readonly string[]; readonly language: Language },
): Promise<string> {
  const page = await html`<!doctype html>
    <html lang="${to.language}">
      <head>
        <meta charset="utf-8" />
        <title>${letter.subject}</title>
        <style>
          @page {
            margin: 2.5cm;
          }
          body {
            font:
              11pt/1.5 Georgia,
              serif;
            color: #000;
            max-width: 16cm;
          }
          address {
            font-style: normal;
            white-space: pre-line;
            margin: 2cm 0 2cm 9cm;
          }
          h1 {
            font-size: 13pt;
          }
          p {
            white-space: pre-line;
            overflow-wrap: anywhere;
          }
        </style>
      </head>
      <body>
        <address>${to.recipient.join('\n')}</address>
        <h1>${letter.subject}</h1>
        ${letter.text
          .trimEnd()
          .split('\n\n')
          .map((paragraph) => html`<p>${paragraph}</p>`)}
      </body>
    </html>`;
  return String(page);
}
