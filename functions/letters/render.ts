import { html } from 'hono/html';
import { english } from './en.ts';
import type { Block, LetterContent, LetterFrame, LetterWords, RenderedLetter } from './letter.ts';
import { swedish } from './sv.ts';

const wordsIn = { sv: swedish, en: english } as const;

/** A letter as text and as HTML: the same words in both; no picture, no tracking, no style sheet from elsewhere. */
export async function renderLetter(content: LetterContent, frame: LetterFrame): Promise<RenderedLetter> {
  const words: LetterWords = wordsIn[frame.language];
  const { subject, blocks } = words.words(content, frame);
  const footer = words.footer(frame);
  const text = [words.greeting, ...blocks.map(blockAsText), ['--', ...footer].join('\n')].join('\n\n');
  const page = await html`<!doctype html>
    <html lang="${frame.language}">
      <head>
        <meta charset="utf-8" />
        <title>${subject}</title>
      </head>
      <body style="margin:0;background:#f4f5f2;font-family:Helvetica,Arial,sans-serif;color:#1d2421">
        <div style="max-width:34rem;margin:0 auto;padding:2rem 1.5rem;background:#ffffff;line-height:1.55">
          <p>${words.greeting}</p>
          ${blocks.map(blockAsHtml)}
          <hr style="border:0;border-top:1px solid #d5dad6;margin:2rem 0 1rem" />
          <p style="font-size:0.85rem;color:#48534d">${footer.map((line) => html`${line}<br />`)}</p>
        </div>
      </body>
    </html>`;
  return { code: content.code, subject, text: `${text}\n`, html: String(page) };
}

function blockAsText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'code':
      return `    ${block.text}`;
    case 'link':
      return `${block.text}:\n${block.address}`;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
  }
}

function blockAsHtml(block: Block): ReturnType<typeof html> {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${block.text}</p>`;
    case 'code':
      return html`<p style="font-size:1.9rem;letter-spacing:0.3em;font-weight:bold">${block.text}</p>`;
    case 'link':
      return html`<p><a href="${block.address}" style="color:#0b5d4e;font-weight:bold">${block.text}</a></p>`;
    case 'list':
      return html`<ul>
        ${block.items.map((item) => html`<li>${item}</li>`)}
      </ul>`;
  }
}
