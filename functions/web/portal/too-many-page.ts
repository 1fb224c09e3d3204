import { html } from 'hono/html';
import { layout } from './layout.ts';
import { mailLink } from './mail-link.ts';
import { wordsIn } from './translations.ts';
import type { PageFrame } from './view.ts';

/** Says from when a request can be made again (`when`, in words), and where it can be mailed instead. */
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

/** Says that a request was not kept because many wait for its address, how these go on, and where it can be mailed. */
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
