import type { Shown, ShownEntries, ShownHtml, ShownList, ShownText } from '#domain/presentation/shown.ts';
import { html, type Html } from './html.ts';

/** The markup of a shown value. Lists and entries become HTML lists. */
export function shownHtml(shown: Shown): Html {
  switch (shown.kind) {
    case 'text':
      return textHtml(shown);
    case 'html':
      return wordsHtml(shown);
    case 'list':
      return listHtml(shown);
    case 'entries':
      return entriesHtml(shown);
  }
}

function textHtml({ text, form, time }: ShownText): Html {
  if (time !== undefined) return html`<time datetime="${time}">${text}</time>`;
  switch (form) {
    case 'held':
      return html`<bdi>${text}</bdi>`;
    case 'ours':
      return html`${text}`;
    case 'json':
      return html`<code>${text}</code>`;
  }
}

function wordsHtml({ words, source }: ShownHtml): Html {
  const shown = html`<bdi class="words">${words}</bdi>`;
  if (source === undefined) return shown;
  return html`${shown}
        <details>
          <summary>${source.heading}</summary>
          <bdi class="words">${source.text}</bdi>
        </details>`;
}

function listHtml({ items }: ShownList): Html {
  return html`<ul>
      ${items.map((item) => html`<li>${shownHtml(item)}</li>`)}
    </ul>`;
}

function entriesHtml({ entries }: ShownEntries): Html {
  return html`<dl>
    ${entries.map(
      ({ name, shown }) =>
        html`<dt><bdi>${name}</bdi></dt>
          <dd>${shownHtml(shown)}</dd>`,
    )}
  </dl>`;
}
