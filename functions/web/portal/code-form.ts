import { html } from 'hono/html';
import type { Language } from '#domain/language.ts';
import type { Markup } from './layout.ts';
import { momentInWords, timeInWords, wordsIn } from './translations.ts';
import type { CodeTrouble, Codes } from './view.ts';
import type { CodeCarrier } from './portal-words.ts';

/**
 * The text that says where the latest code was sent and how long it is valid, or why there is no code to enter.
 * `address` says which address a mailed code went to: the present contact address (`own`), or the new one that the
 * person wants to change to (`new`).
 */
export function whereTheCodeIs(
  codes: Codes,
  timeZone: string,
  language: Language,
  address: 'own' | 'new' = 'own',
): Markup {
  const words = wordsIn[language].case;
  const { latest } = codes;
  switch (latest.kind) {
    case 'none':
      return html`<p class="note">${words.noCodeYet}</p>`;
    case 'in-mail':
      return html`<p class="note">${words.codeInMail}</p>`;
    case 'open': {
      if (latest.byPost === true) return html`<p class="note">${words.codeByPost}</p>`;
      const at = (instant: string): string => timeInWords(instant, timeZone, language);
      const to = latest.number === undefined ? words.codeTo[address] : words.codeTo.number(latest.number);
      if (latest.sentAt === undefined)
        return html`<p class="note">${latest.failed ? words.codeNotSent(to) : words.codeToBeSent(to)}</p>`;
      return html`<p class="note">${words.codeSent(to, at(latest.sentAt), at(latest.validUntil))}</p>`;
    }
    case 'over':
      return html`<p class="note">${words.codeOver[latest.why]}</p>`;
  }
}

/** The field in which the person enters a code. `id` is the HTML id of the `<input>`. */
export function codeField(
  id: string,
  language: Language,
  carrier: CodeCarrier,
  trouble: CodeTrouble | undefined,
): Markup {
  const words = wordsIn[language].case;
  const failed = trouble !== undefined;
  return html`<div class="field ${failed ? 'failed' : ''}">
    <label for="${id}">${words.codeLabel}</label>
    <p class="hint" id="${id}-hint">${words.codeHint[carrier]}</p>
    ${failed && html`<span class="error" id="${id}-error">${codeTroubleInWords(trouble, language)}</span>`}
    <input
      class="code"
      type="text"
      id="${id}"
      name="code"
      inputmode="numeric"
      autocomplete="one-time-code"
      maxlength="12"
      required
      aria-describedby="${id}-hint${failed ? ` ${id}-error` : ''}"
      aria-invalid="${failed ? 'true' : 'false'}"
    />
  </div>`;
}

/** The text that says why a code could not be entered or requested. */
export function codeTroubleInWords(trouble: CodeTrouble, language: Language): string {
  const words = wordsIn[language].case;
  return trouble.code === 'too-many-codes'
    ? words.noMoreCodes(momentInWords(trouble.from, trouble.timeZone, language))
    : words.trouble(trouble);
}

/**
 * How the latest code was sent. If the latest code can no longer be entered, or none was sent: how the next code would
 * be sent.
 */
export function carrierOf({ latest, number }: Codes): CodeCarrier {
  if (latest.kind === 'open' && latest.byPost === true) return 'post';
  return (latest.kind === 'open' ? latest.number : number) === undefined ? 'mail' : 'sms';
}

/**
 * The ways in which a new code can be sent: by mail, by SMS to `number` (masked), or both. `number` is `undefined` if
 * no SMS can be sent.
 */
export interface CodeWays {
  readonly mail: boolean;
  readonly number: string | undefined;
}

/**
 * The buttons that request a new code, one for each way in `ways`. If the person must wait, a text with the time
 * replaces the buttons. `place`: `way-out` if the buttons are below a field for a code, which is then the main action;
 * `main` if the page has no such field.
 */
export function anotherCode(
  language: Language,
  action: string,
  codes: Codes,
  timeZone: string,
  place: 'main' | 'way-out',
  ways: CodeWays = { mail: true, number: undefined },
): Markup {
  const words = wordsIn[language].case;
  const beside = place === 'way-out';
  if (codes.moreFrom !== undefined) {
    const from = momentInWords(codes.moreFrom, timeZone, language);
    return html`<p class="small ${beside ? 'again' : ''}">${words.noMoreCodes(from)}</p>`;
  }
  return html`<form method="post" action="${action}" class="${beside ? 'again' : ''}">
    ${beside && html`<p class="small">${words.newCodeHint[carrierOf(codes)]}</p>`}
    ${
      ways.mail &&
      html`<button type="submit" name="send" value="new" class="${beside ? 'second' : ''}">
        ${ways.number !== undefined ? words.newCodeBy.mail : beside ? words.newCode : words.answers.sendCode}
      </button>`
    }
    ${
      ways.number !== undefined &&
      html`<button type="submit" name="send" value="sms" class="${beside || ways.mail ? 'second' : ''}">
        ${words.newCodeBy.sms(ways.number)}
      </button>`
    }
  </form>`;
}
