import { html, type Html } from '../pages/html.ts';
import { pageEnd, pageStart } from '../pages/layout.ts';
import { stackingTable } from '../pages/table.ts';
import { outcomeOf, wordsFor } from '../answer-words.ts';
import type { ActivityInformation, Article15, RecipientInformation } from './article-15.ts';
import { informationWords } from './information-words.ts';

/** The text of `information/article-15.html`, the page about the processing. */
export function informationPage(information: Article15): string {
  const { language, controller, activities } = information;
  const words = informationWords(language);
  return html`${pageStart({
    language,
    title: words.title,
    lead: [html`<p>${words.lead(controller.name)}</p>`],
    navigation: [
      { href: '../index.html', text: wordsFor(language).back },
      ...activities.map(({ id, name }) => ({ href: `#activity-${id}`, text: name })),
      { href: '#automated', text: words.automatedDecision },
      { href: '#rights', text: words.rights },
      { href: '#complaint', text: words.complaint },
    ],
  })}${activities.length === 0 ? html`<section class="card"><p>${words.noActivities}</p></section>` : undefined}${activities.map((activity) => activitySection(activity, information))}
    <section class="card" aria-labelledby="automated">
      <h2 id="automated">${words.automatedDecision}</h2>
      <p>${information.automatedDecisions}</p>
    </section>
    <section class="card" aria-labelledby="rights">
      <h2 id="rights">${words.rights}</h2>
      <dl class="rights">
        ${information.rights.map(
          ({ title, text }) =>
            html`<dt>${title}</dt>
              <dd>${text}</dd>`,
        )}
      </dl>
    </section>
    <section class="card" aria-labelledby="complaint">
      <h2 id="complaint">${words.complaint}</h2>
      ${information.remedies.map((text) => html`<p>${text}</p>`)}
      <p>
        ${words.controller}: ${controller.name}, ${wordsFor(language).organisationNumber}
        ${controller.organisationNumber}, ${controller.address.join(', ')}
      </p>
    </section>
    ${pageEnd(`${wordsFor(language).facts.reference} ${information.reference} · ${controller.name}`)}`.text;
}

function activitySection(activity: ActivityInformation, { language }: Article15): Html {
  const words = informationWords(language);
  const systems = activity.systems.map(
    (system) => html`<li>${system.title}: ${outcomeOf(system, language).toLowerCase()}</li>`,
  );
  const bases = activity.legalBases.map(
    ({ text, explanation }) => html`<li>${text}${explanation === null ? undefined : html`. ${explanation}`}</li>`,
  );
  return html`<section class="card" aria-labelledby="activity-${activity.id}">
    <h2 id="activity-${activity.id}">${activity.name}</h2>
    <h3>${words.purposes}</h3>
    ${list(activity.purposes)}
    <h3>${words.legalBasis}</h3>
    <ul>
      ${bases}
    </ul>
    <h3>${words.categories}</h3>
    <p>${activity.categories.map(({ text }) => text).join(' · ')}</p>
    <h3>${words.recipients}</h3>
    ${recipients(activity, language)}
    <h3>${words.retention}</h3>
    <p>${activity.retention}</p>
    <h3>${words.sources}</h3>
    ${sources(activity, language)}
    <h3>${words.automatedDecision}</h3>
    ${decision(activity, language)}
    <h3>${words.systems}</h3>
    <ul>
      ${systems}
    </ul>
  </section> `;
}

function list(items: readonly string[]): Html {
  return html`<ul>
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`;
}

function sources(activity: ActivityInformation, language: Article15['language']): Html {
  const words = informationWords(language);
  if (activity.sources === null) return html`<p>${words.unknown}</p>`;
  return activity.sources === 'none' ? html`<p>${words.fromYou}</p>` : list(activity.sources);
}

function recipients(activity: ActivityInformation, language: Article15['language']): Html {
  const words = informationWords(language);
  if (activity.recipients === null) return html`<p>${words.unknown}</p>`;
  if (activity.recipients === 'none') return html`<p>${words.noRecipients}</p>`;
  const { name, role, country } = words.recipientColumns;
  return stackingTable({
    caption: words.recipientsCaption(activity.name),
    columns: [{ title: name }, { title: role }, { title: country }],
    rows: activity.recipients.map((recipient) => [
      recipient.contact === null ? html`${recipient.name}` : html`${recipient.name} (${recipient.contact})`,
      html`${recipient.roleText}`,
      html`${where(recipient, language)}`,
    ]),
  });
}

function where({ countryName, outsideEea, safeguard }: RecipientInformation, language: Article15['language']): string {
  const words = informationWords(language);
  if (!outsideEea) return countryName;
  return `${countryName}. ${safeguard === null ? words.noSafeguard : words.safeguard(safeguard)}`;
}

function decision({ automatedDecision }: ActivityInformation, language: Article15['language']): Html {
  const words = informationWords(language);
  if (automatedDecision === null) return html`<p>${words.unknown}</p>`;
  if (automatedDecision === 'none') return html`<p>${words.noAutomatedDecision}</p>`;
  return html`<dl>
    <dt>${words.logic}</dt>
    <dd>${automatedDecision.logic}</dd>
    <dt>${words.significance}</dt>
    <dd>${automatedDecision.significance}</dd>
    <dt>${words.consequences}</dt>
    <dd>${automatedDecision.consequences}</dd>
  </dl>`;
}
