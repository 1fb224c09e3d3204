import { html, raw } from 'hono/html';
import { languages, type Language } from '#domain/language.ts';
import { style } from './style.ts';
import { wordsIn } from './translations.ts';
import type { PageFrame } from './view.ts';

/** Markup in which every value has been escaped. */
export type Markup = ReturnType<typeof html>;

export interface PageContent {
  readonly title: string;
  readonly description: string;
  /** Whether the title begins with the word for an error. Screen readers read the title first. */
  readonly hasErrors?: boolean;
  /** The number of seconds after which the browser reloads the page. Without it the page is not reloaded. */
  readonly reloadAfter?: number;
  readonly body: Markup;
}

// The icon of the portal: an arrow that points down to a line, in the accent colour.
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%230b5d4e'/%3E%3Cpath d='M8 3v7M5 7.5 8 10.5l3-3M4 13h8' fill='none' stroke='%23fff' stroke-width='1.8' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E";

// The content security policy allows this element by the hash of its text (`styleSource` in `style.ts`). The element is
// made here and not in the template below, because the formatter may add spaces to a template, and the hash would then
// not match.
const styleElement = raw(`<style>${style}</style>`);

/** Makes a whole HTML page of the portal. */
export async function layout(frame: PageFrame, content: PageContent): Promise<string> {
  const { frame: words } = wordsIn[frame.language];
  const title = `${content.hasErrors === true ? `${words.errorInTitle}: ` : ''}${content.title} – ${frame.organisation}`;
  return String(
    await html`<!doctype html>
      <html lang="${frame.language}">
        <head>
          <meta charset="utf-8" />
          <title>${title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="description" content="${content.description}" />
          ${content.reloadAfter !== undefined && html`<meta http-equiv="refresh" content="${content.reloadAfter}" />`}
          <link rel="icon" href="${raw(icon)}" />
          ${styleElement}
        </head>
        <body>
          <a class="skip" href="#content">${words.skip}</a>
          <header class="top">
            <div class="wrap">
              <a class="brand" href="${inLanguage('/', frame.language)}">${frame.organisation}</a>
              <nav aria-label="${words.languages}">
                <ul class="tongues">
                  ${languages.map((language) => html`<li>${tongue(language, frame)}</li>`)}
                </ul>
              </nav>
            </div>
          </header>
          <main id="content" tabindex="-1">
            <div class="wrap">${content.body}</div>
          </main>
          <footer class="bottom">
            <div class="wrap">
              <a href="${inLanguage('/', frame.language)}">${words.home}</a>
              <a href="${inLanguage('/information', frame.language)}">${words.about}</a>
            </div>
          </footer>
        </body>
      </html>`,
  );
}

/** Adds the language to a path, for example `/information?lang=sv`. */
export function inLanguage(path: string, language: Language): string {
  return `${path}?lang=${language}`;
}

function tongue(language: Language, frame: PageFrame): Markup {
  const name = wordsIn[language].languageName;
  return language === frame.language
    ? html`<span lang="${language}" aria-current="true">${name}</span>`
    : html`<a href="${inLanguage(frame.path, language)}" lang="${language}" hreflang="${language}">${name}</a>`;
}
