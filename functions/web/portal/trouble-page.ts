import { html } from 'hono/html';
import { inLanguage, layout } from './layout.ts';
import { wordsIn } from './translations.ts';
import type { PageFrame, TroubleName } from './view.ts';

/**
 * The page that says what went wrong and what the person can do. It shows no data of a request. If the error belongs to
 * a case, `back` is the path of the page of the case.
 */
export async function troublePage(frame: PageFrame, name: TroubleName, back?: string): Promise<string> {
  const words = wordsIn[frame.language];
  const { title, text } = words.trouble[name];
  return await layout(frame, {
    title,
    description: words.request.description,
    body: html`<h1>${title}</h1>
      <p class="lead">${text}</p>
      <p>
        <a class="button" href="${inLanguage(back ?? '/', frame.language)}"
          >${back === undefined ? words.information.ask : words.case.back}</a
        >
      </p>`,
  });
}
