import { html } from 'hono/html';
import { rights } from '#domain/rights.ts';
import { inLanguage, layout, type Markup } from './layout.ts';
import { mailLink } from './mail-link.ts';
import { wordsIn } from './translations.ts';
import type { InformationView, PageFrame } from './view.ts';
import type { PortalWords } from './portal-words.ts';

/** The page that explains how requests are handled, which rights people have, and where they can complain. */
export async function informationPage(frame: PageFrame, view: InformationView): Promise<string> {
  const all = wordsIn[frame.language];
  const words = all.information;
  const kept = words.kept.text(view.materialDays, view.profileDays);
  return await layout(frame, {
    title: words.title,
    description: words.description,
    body: html`
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      <div class="columns">
        <div class="card prose">
          ${section(words.how.title, html`${paragraphs([...words.how.paragraphs, view.standingSentence])}`)}
          ${section(words.identity.title, html`${paragraphs(words.identity.paragraphs)}`)}
          ${section(
            words.rights.title,
            html`<dl>
              ${rights.map((right) => {
                const { name, explanation } = all.rights[right];
                return html`<dt>${name}</dt>
                  <dd>${explanation}</dd>`;
              })}
            </dl>`,
          )}
          ${section(words.kept.title, html`${paragraphs(kept)}`)}
          ${section(
            words.complaint.title,
            html`<p>${words.complaint.text}</p>
              <ul>
                ${authorities(view).map(
                  ({ name, website, email }) =>
                    html`<li>${name}: <a href="${website}">${website}</a>, ${mailLink(email)}</li>`,
                )}
              </ul>
              <p>${words.complaint.court}</p>`,
          )}
        </div>
        <aside class="stack">
          <section class="card prose" aria-labelledby="contact">
            <h2 id="contact">${words.contact.title}</h2>
            ${view.controllers.map((controller) => contact(controller, words))}
          </section>
          <p><a class="button" href="${inLanguage('/', frame.language)}">${words.ask}</a></p>
        </aside>
      </div>
    `,
  });
}

function section(title: string, content: Markup): Markup {
  return html`<section>
    <h2>${title}</h2>
    ${content}
  </section>`;
}

function paragraphs(texts: readonly string[]): Markup[] {
  return texts.map((text) => html`<p>${text}</p>`);
}

function contact(controller: InformationView['controllers'][number], words: PortalWords['information']): Markup {
  const { name, organisationNumber, address, email, officer } = controller;
  return html`<address>
    <p>
      <strong>${name}</strong><br />
      ${words.contact.number} ${organisationNumber}<br />
      ${address.map((line) => html`${line}<br />`)} ${mailLink(email)}
    </p>
    ${officer !== undefined && html`<p>${words.contact.officer}:<br />${mailLink(officer)}</p>`}
  </address>`;
}

function authorities(view: InformationView): InformationView['controllers'][number]['authority'][] {
  const byName = new Map(view.controllers.map(({ authority }) => [authority.name, authority]));
  return [...byName.values()];
}
