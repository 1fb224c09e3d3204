import { html } from 'hono/html';
import { askedMethods } from '#domain/identity-methods/methods.ts';
import type { Language } from '#domain/language.ts';
import { inLanguage, type Markup } from './layout.ts';
import { mailLink } from './mail-link.ts';
import { wordsIn } from './translations.ts';
import type { CaseView, MethodView } from './view.ts';

/**
 * A list of methods of proof, each with its explanation. A method with a sign-in is a link to the sign-in. For any
 * other method (such as a letter), the list gives the mail address to which the person writes.
 */
export function methodList(view: CaseView, methods: readonly MethodView[], language: Language): Markup {
  return html`<ul class="methods">
    ${methods.map((method) => {
      if ('id' in method) {
        const { why, go, goTo } = askedMethods[method.kind].page;
        const { name } = method;
        return html`<li>
          <p>${why[language]}</p>
          <a class="button second" href="${inLanguage(`/cases/${view.reference}/sign-in/${method.id}`, language)}"
            >${name === undefined ? go[language] : goTo[language].replaceAll('{name}', () => name)}</a
          >
        </li>`;
      }
      const { page } = askedMethods[method.kind];
      return page === null ? '' : html`<li><p>${page[language]} ${mailLink(view.email)}</p></li>`;
    })}
  </ul>`;
}

/** The methods for the first proof, except codes by mail and SMS. `false` if there are none. */
export function otherMethods(view: CaseView, language: Language): Markup | false {
  const words = wordsIn[language].case;
  const others = view.offer.methods.filter(({ kind }) => !isSentCode(kind));
  if (others.length === 0) return false;
  return html`<div class="again">
    <h3>${words.otherMethods}</h3>
    ${methodList(view, others, language)}
  </div>`;
}

/**
 * The section that asks for a proof by another method than a code, and says why: records need a stronger proof
 * (`waiting`), staff requested a proof (`asked`), or the first proof cannot be given with a code (`first`). The section
 * names neither the records nor their system.
 */
export function strongerProof(view: CaseView, language: Language): Markup | false {
  const { why, methods } = view.offer;
  if ((why !== 'waiting' && why !== 'asked' && why !== 'first') || takesCode(view)) return false;
  const words = wordsIn[language].case.stronger;
  return html`<section class="card act" aria-labelledby="stronger">
    <h2 id="stronger">${words.title[why]}</h2>
    ${words.text[why].map((text) => html`<p>${text}</p>`)}
    ${methods.length === 0 ? html`<p>${words.noMethod} ${mailLink(view.email)}</p>` : methodList(view, methods, language)}
  </section>`;
}

/** Whether the person can give the first proof with a code by mail or SMS. */
export function takesCode({ status, offer }: CaseView): boolean {
  return status === 'verify' && offer.methods.some(({ kind }) => isSentCode(kind));
}

/** The ways in which the code for the first proof can be sent: by mail, by SMS to `number` (masked), or both. */
export function codeWays({ offer }: CaseView): { readonly mail: boolean; readonly number: string | undefined } {
  const sms = offer.methods.find((method) => method.kind === 'sms-code');
  return { mail: offer.methods.some(({ kind }) => kind === 'email-code'), number: sms?.number };
}

function isSentCode(kind: MethodView['kind']): boolean {
  return askedMethods[kind].page === null;
}

/**
 * The sentence that says that no proof is requested, and why: the present proof is enough, or staff must decide about
 * the request first. `false` in all other cases.
 */
export function nothingMore(view: CaseView, language: Language): Markup | false {
  const words = wordsIn[language].case.nothingMore;
  const { why } = view.offer;
  const stopOnly =
    view.matter === 'request' && view.rights.every((right) => right === 'objection' || right === 'consent-withdrawal');
  if (why === 'enough') return html`<p>${words.enough}</p>`;
  return why === 'not-needed' && html`<p>${stopOnly ? words.stop : words.notYet}</p>`;
}
