import { html } from 'hono/html';
import { page, type Page } from './pages.ts';

/** A person as whom a user can sign in at a stand-in. */
export interface StandInPerson {
  readonly name: string;
  /** The claims of the person's ID token. */
  readonly claims: Readonly<Record<string, string | boolean>>;
}

/**
 * The page on which a user chooses a person. The page has a button for each person, a field for any other person, and a
 * button to cancel. The form posts to the URL of the page.
 */
export function standInPage(
  {
    title,
    kind,
    people,
    claims,
  }: {
    readonly title: string;
    readonly kind: 'login' | 'e-id';
    readonly people: readonly StandInPerson[];
    readonly claims: readonly string[];
  },
  formOrigins: readonly string[],
): Promise<Page> {
  const [first = ''] = claims;
  const what = kind === 'e-id' ? 'an e-ID, such as BankID or Freja' : 'the organisation’s customer login';
  const content = html`<p class="note">
      This stands in for ${what}. It runs on this computer only and checks nothing: choose who you want to be.
    </p>
    <form method="post">
      <ul>
        ${people.map(
          ({ name, claims: values }, index) =>
            html`<li>
              <button name="person" value="${index}">
                <strong>${name}</strong> <span>${stated(values).join(', ')}</span>
              </button>
            </li>`,
        )}
      </ul>
    </form>
    <form method="post">
      <label for="typed">Somebody else (${first})</label>
      <div class="row">
        <input id="typed" name="typed" autocomplete="off" required />
        <button><strong>Continue</strong></button>
      </div>
    </form>
    <form method="post"><button name="cancel" value="yes">Cancel</button></form>`;
  return page(title, content, formOrigins);
}

/** The page for an error. `detail` says what went wrong, and contains nothing about a person. */
export function standInErrorPage(detail: string): Promise<Page> {
  const content = html`<p>Go back to your case and start again.</p>
    <p><code>${detail}</code></p>`;
  return page('The sign-in did not work', content, []);
}

/**
 * The claims that the page shows beside a name: texts, such as an e-mail address. `email_verified` is a boolean and is
 * not shown.
 */
function stated(claims: StandInPerson['claims']): readonly string[] {
  return Object.values(claims).filter((value) => typeof value === 'string');
}
