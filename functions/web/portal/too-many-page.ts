import { html } from 'hono/html';
import { layout } from './layout.ts';
import { mailLink } from './mail-link.ts';
import { wordsIn } from './translations.ts';
import type { PageFrame } from './view.ts';

/** Says when the next request can be made (`when`, in words), and to which address it can be mailed instead. */
export async function tooManyPage(
  frame: PageFrame,
  { when, email }: { readonly when: string; readonly email: string },
): Promise<string> {
  const { tooMany: words, request } = wordsIn[frame.language];
  return await layout(frame, {
    title: words.title,
    description: request.description,
    body: html`<h1>${words.title}</h1>
      <p class="lead">${words.text(when)}</p>
      <p>${words.instead} ${mailLink(email)}</p>`,
  });
}

/**
 * Says that a request was not stored because many wait for its address, how those continue, and to which address it can
 * be mailed.
 */
export async function enoughKeptPage(frame: PageFrame, { email }: { readonly email: string }): Promise<string> {
  const { enoughKept: words, request } = wordsIn[frame.language];
  return await layout(frame, {
    title: words.title,
    description: request.description,
    body: html`<h1>${words.title}</h1>
      <p class="lead">${words.text}</p>
      <p>${words.instead} ${mailLink(email)}</p>`,
  });
}
