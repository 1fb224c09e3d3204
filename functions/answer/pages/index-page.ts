import { localDate } from '#domain/clock/deadline.ts';
import { resourceOf } from '#domain/findings/annotation.ts';
import { uncertainIn, type AnswerInput, type SystemAnswer } from '../answer.ts';
import type { Part } from '../parts.ts';
import { dataFilesOf, type SurveyedSystem } from '../plan.ts';
import { recordsOf, type AnswerRecord, type PackagedDocument } from '../records.ts';
import { remedyWords, rightsWords } from '../rights-words.ts';
import { isStandIn } from '#domain/findings/stand-in.ts';
import { isNothing, shownOf } from '#domain/presentation/content.ts';
import { count, dateWords, instantWords } from '#domain/presentation/formats.ts';
import { belongsTo } from '#domain/presentation/titles.ts';
import { pagesText } from '#domain/review/pages.ts';
import { presentationWords } from '#domain/presentation/words.ts';
import { toldLines } from '#domain/review/lines.ts';
import { outcomeOf, reasonWords, unreadWords, wordsFor } from '../answer-words.ts';
import { withheldLines } from '../withheld.ts';
import { html, type Html } from './html.ts';
import { pageEnd, pageStart } from './layout.ts';
import { stackingTable } from './table.ts';
import { shownHtml } from './shown-html.ts';
import { withheldList } from './withheld-page.ts';

// Browsers become slow on pages with more records. The data files contain all records.
const recordsShown = 1000;

/** Yields `index.html` section by section. The page shows the whole answer to the person. */
export async function* indexPage(
  input: AnswerInput,
  systems: readonly SurveyedSystem[],
): AsyncGenerator<Part, void, undefined> {
  const words = wordsFor(input.language);
  yield pageStart({
    language: input.language,
    title: words.title(input.controller.name),
    lead: [html`<p>${words.lead}</p>`, ...(input.supplements ? [html`<p>${words.supplement(input.round)}</p>`] : [])],
    navigation: [
      { href: '#systems', text: words.systems },
      ...systems.map(({ system }) => ({ href: `#system-${system.id}`, text: system.title[input.language] })),
      { href: '#about', text: words.about },
      { href: '#rights', text: words.rights },
      { href: '#files', text: words.files },
    ],
  }).text;
  yield summary(input, systems).text;
  yield systemsTable(input, systems).text;
  for (const surveyed of systems) yield* systemSection(input, surveyed);
  yield closing(input, systems).text;
  yield pageEnd(`${words.facts.reference} ${input.reference} · ${input.controller.name}`).text;
}

function summary(input: AnswerInput, systems: readonly SurveyedSystem[]): Html {
  const words = wordsFor(input.language);
  const { controller } = input;
  const facts = [
    [words.facts.reference, html`${input.reference}`],
    [words.facts.received, time(input, input.receivedAt)],
    [words.facts.created, time(input, input.createdAt)],
    ...(input.supplements ? ([[words.facts.round, html`${input.round}`]] as const) : []),
    [words.facts.period, html`${words.facts.noPeriod}`],
    [
      words.facts.controller,
      html`${controller.name}, ${words.organisationNumber} ${controller.organisationNumber},
      ${controller.address.join(', ')}`,
    ],
    [words.facts.contact, html`${controller.email}`],
    ...(controller.dataProtectionOfficer === undefined
      ? []
      : ([[words.facts.officer, html`${controller.dataProtectionOfficer.email}`]] as const)),
  ] as const;
  return html`<section class="card" aria-labelledby="summary">
    <h2 id="summary">${words.summary}</h2>
    <p class="strong">${confirmation(input, systems)}</p>
    <dl class="facts">
      ${facts.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  </section> `;
}

/**
 * The sentence that says whether the controller processes data of the person (Art. 15(1)). If no such data were found
 * and the search is incomplete, the sentence says so.
 */
export function confirmation(input: AnswerInput, systems: readonly SurveyedSystem[]): string {
  const words = wordsFor(input.language);
  if (
    systems.some(
      ({ system, survey }) =>
        survey.records > 0 || survey.unread.some(({ certain }) => certain) || system.outcome === 'found',
    )
  )
    return words.confirmed;
  // Records exist and are withheld, so the answer must not say that nothing was found.
  if (systems.some(({ system, survey }) => system.outcome === 'withheld' || toldLines(survey.lines).length > 0))
    return words.confirmedWithheld;
  const searched = systems.every(({ system }) => system.outcome === 'nothing-held');
  if (systems.some(({ system }) => system.disputed > 0 || uncertainIn(system) > 0))
    return searched ? words.uncertain : `${words.uncertain} ${words.notAllSearched}`;
  return searched ? words.notConfirmed : words.unclear;
}

function systemsTable(input: AnswerInput, systems: readonly SurveyedSystem[]): Html {
  const words = wordsFor(input.language);
  const { columns } = words;
  const reduced = systems.filter(({ survey }) => survey.reduced).map(({ system }) => system.title[input.language]);
  return html`<section class="card" aria-labelledby="systems">
    <h2 id="systems">${words.systems}</h2>
    ${stackingTable({
      caption: words.systemsCaption,
      columns: [
        { title: columns.system },
        { title: columns.outcome },
        { title: columns.records, number: true },
        { title: columns.documents, number: true },
        { title: columns.asOf },
      ],
      rows: systems.map(({ system, survey }) => [
        html`<a href="#system-${system.id}">${system.title[input.language]}</a>`,
        badge(input, system),
        html`${number(input, system, survey.records)}`,
        html`${number(input, system, survey.documents)}`,
        system.asOf === undefined ? html`${words.notAsked}` : time(input, system.asOf),
      ]),
    })}
    <p>${words.standing}</p>
    ${reduced.length === 0 ? undefined : html`<p>${words.othersLeftOut(reduced.join(', '))}</p>`}
  </section> `;
}

/**
 * A number in the table of systems. If the search is incomplete, if records are withheld, or if records may be the
 * person's, a plain 0 would mislead. The cell then has a dash or words such as "unknown".
 */
function number(input: AnswerInput, system: SystemAnswer, found: number): string {
  const words = wordsFor(input.language);
  const text = count(found, input.language);
  switch (system.outcome) {
    case 'found':
      return text;
    case 'nothing-held':
      return uncertainIn(system) > 0 ? words.unknownNumber : text;
    case 'withheld':
      return '–';
    case 'failed':
    case 'pending':
      return found === 0 ? words.unknownNumber : words.atLeast(text);
  }
}

async function* systemSection(input: AnswerInput, surveyed: SurveyedSystem): AsyncGenerator<Part, void, undefined> {
  const { system, survey } = surveyed;
  const words = wordsFor(input.language);
  yield html`<section class="card" aria-labelledby="system-${system.id}">
    <h2 id="system-${system.id}">${system.title[input.language]}</h2>
    <p>${badge(input, system)}</p>
    ${[...statements(input, surveyed), ...uncertainty(input, system)].map((text) => html`<p>${text}</p>`)} ${unread(input, surveyed)}${leftOut(input, surveyed)}${notRead(input, system)}
   `.text;
  for (const [name, { records }] of survey.perResource) {
    const title = resourceOf(system.resources, name).title[input.language];
    yield html` <h3>${title} (${count(records, input.language)})</h3> `.text;
    let number = 0;
    for await (const record of recordsOf(system, survey)) {
      if (record.resource !== name) continue;
      number += 1;
      const { text } = recordTable(input, system, record, words.recordCaption(title, number, records));
      yield { text, system: system.id, record };
      if (number === recordsShown) break;
    }
    const files = dataFilesOf(system, name).map(({ path, label }) => html` <a href="${path}">${label}</a>`);
    const note = records > recordsShown ? words.more(recordsShown, records) : words.sameAs;
    yield html`<p class="note">${note}${files}</p> `.text;
  }
  if (survey.records > 0)
    yield html`<p class="note">
      ${words.emptyFields} <a href="systems/${system.id}/schema.json">${words.schemaLink}</a>
    </p> `.text;
  yield '</section>\n';
}

function recordTable(input: AnswerInput, system: SystemAnswer, record: AnswerRecord, caption: string): Html {
  const words = wordsFor(input.language);
  const reader = { language: input.language, timeZone: input.controller.timeZone };
  const { withheld } = presentationWords[input.language];
  const container = belongsTo(record, system.resources);
  const whole =
    container === undefined
      ? undefined
      : html`<tr>
          <th scope="row">${words.belongsTo}</th>
          <td><bdi>${container[input.language]}</bdi></td>
        </tr> `;
  const rows = record.fields
    .filter(({ content }) => !isNothing(content))
    .map(
      ({ title, field, content }) =>
        html`<tr>
          <th scope="row">
            <bdi>${title[input.language]}</bdi>${field.origin === 'inferred' ? html` (${words.inferred})` : undefined}
          </th>
          <td>${shownHtml(shownOf(content, field, reader))}</td>
        </tr> `,
    );
  const documents =
    record.documents.length + record.documentsWithheld === 0
      ? undefined
      : html`<tr>
          <th scope="row">${words.documents}</th>
          <td>
            <ul>
              ${record.documents.map((document) => documentItem(input, document))}${Array.from({ length: record.documentsWithheld }, () => html`<li>${withheld}</li>`)}
            </ul>
          </td>
        </tr> `;
  return html`<table class="record">
    <caption>
      ${caption}
    </caption>
    <tbody>
      ${whole}${rows}${documents}
    </tbody>
  </table> `;
}

function documentItem(input: AnswerInput, { path, attachment, withoutPages }: PackagedDocument): Html {
  const words = wordsFor(input.language);
  const size = words.documentSize(count(attachment.bytes, input.language));
  const left = withoutPages.length === 0 ? '' : `; ${words.withheldPage.pages(pagesText(withoutPages))}`;
  return html`<li>
    <a href="${path}"><bdi>${attachment.title === '' ? path : attachment.title}</bdi></a> (${size}${left})
  </li>`;
}

/** The list of what is masked or left out of one system; `undefined` if nothing is. */
function leftOut(input: AnswerInput, surveyed: SurveyedSystem): Html | undefined {
  const words = wordsFor(input.language);
  const lines = withheldLines(input, [surveyed]);
  return lines.length === 0
    ? undefined
    : html`<p>${words.leftOut}</p>
        ${withheldList(input, lines)}
        <p><a href="withheld.html">${words.withheldLink}</a></p>`;
}

/** The sentences that explain the outcome of one system. */
function statements(input: AnswerInput, { system, survey }: SurveyedSystem): readonly string[] {
  const words = wordsFor(input.language);
  const reason = system.reason ? reasonWords(system.reason, input.language) : words.unknownReason;
  const partly = survey.records === 0 ? [] : [words.partlyFound(survey.records)];
  switch (system.outcome) {
    case 'found':
      if (survey.records > 0) return [words.found(survey.records)];
      return [system.deliveredIn === undefined ? words.foundElsewhere : words.deliveredIn(system.deliveredIn)];
    case 'nothing-held':
      return uncertainIn(system) > 0 ? [] : [words.nothingHeld];
    case 'withheld':
      // `leftOut` lists what is left out, with the grounds.
      if (toldLines(survey.lines).length > 0) return [];
      return [words.withheld(system.ground ? system.ground : words.unknownGround)];
    case 'failed':
      if (system.reason === 'unread-records')
        return [
          words.readInPart,
          ...(survey.records === 0 ? [] : [words.found(survey.records)]),
          ...(system.givenUp ? [] : [words.follows, ...dueBy(input)]),
        ];
      return [
        words.failed(reason),
        ...partly,
        ...(system.givenUp ? [words.givenUp] : [words.follows, ...dueBy(input)]),
      ];
    case 'pending':
      if (system.reason === 'answered-by-handlers') return [words.answeredByHandlers];
      if (system.reason === 'under-review')
        return [
          ...(survey.records === 0 ? [] : [words.found(survey.records)]),
          words.underReview,
          words.follows,
          ...dueBy(input),
        ];
      return [words.pending(reason), ...partly, words.follows, ...dueBy(input)];
  }
}

/**
 * The sentences about records that may be about the person or about somebody else. They give only the number of the
 * records. Empty if there are none.
 */
function uncertainty(input: AnswerInput, system: SystemAnswer): readonly string[] {
  const words = wordsFor(input.language);
  const only = uncertainIn(system);
  const ask = words.askForUncertain(input.controller.email);
  if (only > 0) return [words.mayBeAboutYou(only), ask];
  return system.disputed > 0 ? [words.mayAlsoBeAboutYou(system.disputed), ask] : [];
}

/**
 * The list of records and documents that the search found and could not copy unchanged, each with the reason;
 * `undefined` if there are none.
 */
function unread(input: AnswerInput, { system, survey }: SurveyedSystem): Html | undefined {
  if (survey.unread.length === 0) return undefined;
  const words = wordsFor(input.language);
  const lines = survey.unread.map(({ resource, id, document, certain, reason }) => {
    const title = resourceOf(system.resources, resource).title[input.language];
    const record = isStandIn(id) ? words.unreadUnnamed(title) : words.unreadRecord(title, id);
    const what = document === null ? record : words.unreadDocument(document, title, id);
    return `${certain ? what : words.unreadUnknown(title)}: ${unreadWords[reason][input.language]}`;
  });
  return html`<p>${words.unread}</p>
    <ul>
      ${lines.map((line) => html`<li><bdi>${line}</bdi></li>`)}
    </ul>
    <p>${words.askForUnread(input.controller.email)}</p> `;
}

/** The list of data that the connector cannot read in this system; `undefined` if there are none. */
function notRead(input: AnswerInput, { doesNotRead }: SystemAnswer): Html | undefined {
  if (doesNotRead.length === 0) return undefined;
  const words = wordsFor(input.language);
  return html`<p>${words.notRead}</p>
    <ul>
      ${doesNotRead.map(({ what, why }) => html`<li>${what[input.language]}. ${why[input.language]}</li>`)}
    </ul>
    <p>${words.askForNotRead(input.controller.email)}</p> `;
}

/** The sentence that says by which day the rest of the answer comes. Empty if that day has passed. */
function dueBy({ language, controller, createdAt, dueDate }: AnswerInput): readonly string[] {
  return localDate(createdAt, controller.timeZone) <= dueDate
    ? [wordsFor(language).dueBy(dateWords(dueDate, language))]
    : [];
}

function closing(input: AnswerInput, systems: readonly SurveyedSystem[]): Html {
  const words = wordsFor(input.language);
  const files = [
    { path: 'information/article-15.html', label: words.about },
    { path: 'information/article-15.json', label: `${words.about} (JSON)` },
    { path: 'information/article-15.jsonld', label: `${words.about} (JSON-LD, W3C DPV)` },
    ...(withheldLines(input, systems).length > 0 ? [{ path: 'withheld.html', label: words.withheldLink }] : []),
    ...systems.flatMap(({ system, survey }) =>
      [...survey.perResource.keys()].flatMap((name) => {
        const title = `${system.title[input.language]}: ${resourceOf(system.resources, name).title[input.language]}`;
        return dataFilesOf(system, name).map(({ path, label }) => ({ path, label: `${title} (${label})` }));
      }),
    ),
    { path: 'manifest.json', label: words.manifest },
  ];
  return html`<section class="card" aria-labelledby="about">
      <h2 id="about">${words.about}</h2>
      <p>${words.aboutText}</p>
      <p><a href="information/article-15.html">${words.aboutLink}</a></p>
    </section>
    <section class="card" aria-labelledby="rights">
      <h2 id="rights">${words.rights}</h2>
      <dl class="rights">
        ${rightsWords(input.language).map(
          ({ title, text }) =>
            html`<dt>${title}</dt>
              <dd>${text}</dd>`,
        )}
      </dl>
      ${remedyWords(input.controller, input.language).map((text) => html`<p>${text}</p>`)}
    </section>
    <section class="card" aria-labelledby="files">
      <h2 id="files">${words.files}</h2>
      ${words.filesText.map((text) => html`<p>${text}</p>`)}
      <p>${words.csvNote}</p>
      ${stackingTable({
        caption: words.filesCaption,
        columns: [{ title: words.fileColumns.file }, { title: words.fileColumns.content }],
        rows: files.map(({ path, label }) => [html`<a href="${path}">${path}</a>`, html`${label}`]),
      })}
    </section> `;
}

function badge(input: AnswerInput, system: SystemAnswer): Html {
  return html`<span class="outcome ${system.outcome}">${outcomeOf(system, input.language)}</span>`;
}

function time(input: AnswerInput, instant: string): Html {
  return html`<time datetime="${instant}">${instantWords(instant, input.language, input.controller.timeZone)}</time>`;
}
