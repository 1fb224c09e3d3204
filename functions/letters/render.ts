import { html } from 'hono/html';
import { withoutPersonnummer } from './discretion.ts';
import { english } from './around/en.ts';
import { swedish } from './around/sv.ts';
import type { Around } from './around/around.ts';
import { fallbackLines } from './fallback.ts';
import type { Block, LetterFrame, RenderedLetter, Wording } from './letter.ts';
import { wordingOf, type LetterContent } from './letters.ts';

const aroundIn = { sv: swedish, en: english } as const;

/**
 * Makes the text version and the HTML version of a letter, with the same words. The HTML has no picture, no tracking
 * and no external style sheet. Every personnummer in the words is replaced, also in texts by staff.
 */
export async function renderLetter(content: LetterContent, frame: LetterFrame): Promise<RenderedLetter> {
  const around: Around = aroundIn[frame.language];
  const { subject, blocks } = discreet(wordingOf(content, frame), (text) =>
    withoutPersonnummer(text, around.leftOutNumber, frame.receivedDate),
  );
  const fallback = fallbackLines(frame);
  const footer = around.footer(content, frame);
  const text = [
    ...fallback.map((line) => line.text),
    around.greeting,
    ...blocks.map(blockAsText),
    ['--', ...footer].join('\n'),
  ].join('\n\n');
  const page = await html`<!doctype html>
    <html lang="${frame.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${subject}</title>
      </head>
      <body style="margin:0;background:#f4f5f2;font-family:Helvetica,Arial,sans-serif;color:#1d2421">
        <div style="max-width:34rem;margin:0 auto;padding:2rem 1.5rem;background:#ffffff;line-height:1.55">
          ${fallback.map((line) => html`<p lang="${line.language}" style="${styles.fallback}">${line.text}</p>`)}
          <p>${around.greeting}</p>
          ${blocks.map(blockAsHtml)}
          <hr style="border:0;border-top:1px solid #d5dad6;margin:2rem 0 1rem" />
          <p style="font-size:0.85rem;color:#48534d;margin:0">${footer.map((line) => html`${line}<br />`)}</p>
        </div>
      </body>
    </html>`;
  return { kind: content.kind, subject, text: `${text}\n`, html: String(page) };
}

const styles = {
  fallback: 'margin:0 0 0.5rem;padding:0.6rem 0.9rem;background:#eef3ee;border-left:3px solid #0b5d4e',
  heading: 'font-size:1.05rem;margin:1.6rem 0 -0.5rem',
  code: 'font-size:1.9rem;letter-spacing:0.3em;font-weight:bold',
  link: 'display:inline-block;padding:0.6rem 1.1rem;background:#0b5d4e;color:#ffffff;border-radius:4px;font-weight:bold;text-decoration:none',
  reference: 'color:#0b5d4e',
  list: 'padding-left:1.3rem',
  item: 'margin:0.35rem 0',
  choices: 'padding-left:0;list-style:none',
} as const;

/** Applies `change` to every text of the letter, but not to web addresses and codes. */
function discreet({ subject, blocks }: Wording, change: (text: string) => string): Wording {
  return {
    subject: change(subject),
    blocks: blocks.map((block): Block => {
      switch (block.kind) {
        case 'paragraph':
        case 'heading':
        case 'link':
          return { ...block, text: change(block.text) };
        case 'list':
        case 'choices':
          return { ...block, items: block.items.map(change) };
        case 'reference':
          return { ...block, before: change(block.before), after: change(block.after) };
        case 'code':
          return block;
      }
    }),
  };
}

function blockAsText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return block.text;
    case 'code':
      return `    ${block.text}`;
    case 'link':
      return `${block.text}:\n${block.address}`;
    case 'reference':
      return `${block.before}${block.address}${block.after}`;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'choices':
      return block.items.map((item) => `[ ] ${item}`).join('\n');
  }
}

function blockAsHtml(block: Block): ReturnType<typeof html> {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${block.text}</p>`;
    case 'heading':
      return html`<h2 style="${styles.heading}">${block.text}</h2>`;
    case 'code':
      return html`<p style="${styles.code}">${block.text}</p>`;
    case 'link':
      return html`<p><a href="${block.address}" style="${styles.link}">${block.text}</a></p>`;
    case 'reference':
      return html`<p>${block.before}<a href="${block.address}" style="${styles.reference}">${block.address}</a>${block.after}</p>`;
    case 'list':
      return html`<ul style="${styles.list}">
        ${block.items.map((item) => html`<li style="${styles.item}">${item}</li>`)}
      </ul>`;
    case 'choices':
      return html`<ul style="${styles.choices}">
        ${block.items.map((item) => html`<li style="${styles.item}">[ ] ${item}</li>`)}
      </ul>`;
  }
}
