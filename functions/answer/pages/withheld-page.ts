import type { AnswerInput } from '../answer.ts';
import { remedyWords } from '../rights-words.ts';
import { withheldLines, type WithheldLine } from '../withheld.ts';
import type { SurveyedSystem } from '../plan.ts';
import { dateWords } from '#domain/presentation/formats.ts';
import { wordsFor } from '../answer-words.ts';
import { html, type Html } from './html.ts';
import { pageEnd, pageStart } from './layout.ts';

/** `withheld.html`: what the answer leaves out and why (Art. 12(4)), and how to complain about it. */
export function withheldPage(input: AnswerInput, systems: readonly SurveyedSystem[]): string {
  const words = wordsFor(input.language);
  const lines = withheldLines(input, systems);
  const hasMarks = lines.some(({ isRefusedKind }) => !isRefusedKind);
  return html`${pageStart({
    language: input.language,
    title: words.withheldPage.title,
    lead: [html`<p>${words.withheldPage.lead}</p>`],
    navigation: [{ href: 'index.html', text: words.back }],
  })}
    <section class="card" aria-labelledby="withheld">
      <h2 id="withheld">${words.withheldPage.heading}</h2>
      ${withheldList(input, lines)}
      ${hasMarks ? html`<p>${words.withheldPage.marks}</p>` : undefined}
      ${remedyWords(input.controller, input.language).map((text) => html`<p>${text}</p>`)}
    </section>
    ${pageEnd(`${words.facts.reference} ${input.reference} · ${input.controller.name}`)}`.text;
}

/** The HTML list of what is masked or left out. Each line has a number, the ground and the reason. */
export function withheldList(input: AnswerInput, lines: readonly WithheldLine[]): Html {
  const words = wordsFor(input.language).withheldPage;
  return html`<ul>
    ${lines.map(
      ({ systemTitle, title, amount, documents, groundText, reason, until }) =>
        html`<li>
          <strong><bdi>${systemTitle}</bdi>: <bdi>${title}</bdi></strong> (${amount}):
          ${groundText} <bdi>${reason}</bdi>${
            until === undefined ? undefined : html` ${words.until(dateWords(until, input.language))}`
          }${
            documents.length === 0
              ? undefined
              : html`
                  <ul>
                    ${documents.map(
                      ({ path, title: name, pages }) =>
                        html`<li><a href="${path}"><bdi>${name === '' ? path : name}</bdi></a>: ${words.pages(pages)}</li>`,
                    )}
                  </ul>
                `
          }
        </li>`,
    )}
  </ul>`;
}
