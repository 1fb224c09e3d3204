import { html } from 'hono/html';
import type { Language } from '#domain/language.ts';
import type { Markup } from './layout.ts';
import { wordsIn } from './translations.ts';

/** The fields to correct, at the top of the page: it takes the focus, and each line links to its field. */
export function problemSummary(
  language: Language,
  problems: readonly { readonly text: string; readonly field?: string }[],
): Markup {
  return html`<div class="problems" role="alert" aria-labelledby="problems" tabindex="-1" autofocus>
    <h2 id="problems">${wordsIn[language].frame.thereIsAProblem}</h2>
    <ul>
      ${problems.map(
        ({ text, field }) => html`<li>${field === undefined ? text : html`<a href="#${field}">${text}</a>`}</li>`,
      )}
    </ul>
  </div>`;
}
