import { html } from 'hono/html';
import type { Language } from '#domain/language.ts';
import type { Markup } from './layout.ts';
import { wordsIn } from './translations.ts';

/**
 * The list of problems at the top of a page. The browser moves the focus to the list (`autofocus`). A problem with a
 * `field` is a link to the input with that HTML id.
 */
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
