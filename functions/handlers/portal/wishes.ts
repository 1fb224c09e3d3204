import { wishSchema, type Wish } from '#api/subject-wish.ts';
import { carryOutWish, type Wished } from '#casework/subject/subject-wishes.ts';
import type { WishProblem, WishTrouble } from '#web/portal/view.ts';
import { refusalStatus } from '#api/refusal-problem.ts';
import { doneCookie, tokenOf } from './access.ts';
import { readForm } from './form.ts';
import { seeOther, type Answer } from './replies.ts';
import { here, show, visitor, withCase } from './case-visit.ts';
import { trouble } from './trouble.ts';
import type { Visit } from './visit.ts';

/** Carries out a wish that a person has sent with a form on the page of a case. */
export async function wish(visit: Visit): Promise<Answer> {
  const { work, event, now } = visit;
  return await withCase(visit, tokenOf(event), async (state) => {
    const read = readForm(event);
    if (!read.ok) return await trouble(visit, read.status, read.trouble);
    const sent = read.fields;
    const parsed = wishSchema.safeParse(asWish(sent));
    if (!parsed.success) {
      const problem = problemAt(parsed.error.issues[0]?.path[0]);
      const type = wishSchema.options.find((option) => option.shape.type.value === sent.get('type'))?.shape.type.value;
      if (problem === undefined || type === undefined) return await trouble(visit, 400, 'malformed');
      return await show(visit, state, 400, { wish: troubleWith(type, problem, sent) });
    }
    const wished = await carryOutWish(work, state.common.caseId, parsed.data, now, visitor(visit, state));
    if (wished.ok) return seeOther(here(visit, state), doneCookie(state.common.caseId, parsed.data.type, work.portal));
    const { status, problem } = asProblem(wished);
    return await withCase(
      visit,
      tokenOf(event),
      async (after) => await show(visit, after, status, { wish: troubleWith(parsed.data.type, problem, sent) }),
    );
  });
}

/**
 * Makes the JSON body that the API would get for this wish from the fields of the HTML form. Fields of other wishes are
 * left out.
 */
function asWish(fields: URLSearchParams): unknown {
  const type = fields.get('type');
  const text = (fields.get('text') ?? '').replaceAll('\r\n', '\n').trim();
  const words = text === '' ? {} : { text };
  const common = { wishId: fields.get('key'), type };
  if (type === 'answer-question')
    return { ...common, ...words, asking: fields.get('asking'), everything: fields.get('everything') === 'yes' };
  if (type === 'withdraw') return { ...common, ...words, confirm: fields.get('confirm') === 'yes' };
  if (type === 'change-contact')
    return { ...common, email: (fields.get('email') ?? '').trim(), old: fields.get('old') };
  if (type === 'complain') return { ...common, ...words, damages: fields.get('damages') === 'yes' };
  return { ...common, ...words };
}

/** The message for a wrong field. `undefined` for an error that our own forms cannot cause. */
function problemAt(field: PropertyKey | undefined): WishProblem | undefined {
  return (['text', 'email', 'old', 'confirm'] as const).find((one) => one === field);
}

/**
 * The rules that refuse a wish because the visitor has only the requester's key. The page then says that the link in
 * our mail is needed, because the key in that link is enough.
 */
const needsMailedLink: ReadonlySet<string> = new Set([
  'opener-not-shown',
  'contact-of-the-opener',
  'withdrawals-of-the-opener',
]);

function asProblem(wished: Exclude<Wished, { readonly ok: true }>): {
  readonly status: number;
  readonly problem: WishProblem;
} {
  if (wished.code === 'invalid') return { status: 400, problem: problemAt(wished.field) ?? 'not-now' };
  const status = refusalStatus(wished.code, 'wish');
  if (wished.code === 'too-many-wishes') return { status, problem: 'too-many' };
  if (wished.code !== 'stronger-proof-needed') return { status, problem: 'not-now' };
  return { status, problem: needsMailedLink.has(wished.rule) ? 'mailed-link' : 'stronger-proof' };
}

function troubleWith(type: Wish['type'], problem: WishProblem, fields: URLSearchParams): WishTrouble {
  const old = (['in-use', 'lost', 'shared', 'unsafe'] as const).find((one) => one === fields.get('old'));
  return {
    type,
    problem,
    asking: fields.get('asking') ?? '',
    typed: { text: fields.get('text') ?? '', email: fields.get('email') ?? '', ...(old === undefined ? {} : { old }) },
  };
}
