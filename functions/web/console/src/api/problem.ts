import * as z from 'zod';
import type { RefusalCode } from '#domain/case/decision.ts';

/** Codes of failures that are not refusals by a rule of the case: failures of the API or of the connection. */
type OtherCode =
  | 'code-wrong'
  | 'old-seq'
  | 'command-id-reused'
  | 'forbidden'
  | 'not-found'
  | 'invalid'
  | 'incomplete'
  | 'not-json'
  | 'too-large'
  | 'busy'
  | 'being-prepared'
  | 'erased'
  | 'not-erased'
  | 'internal'
  | 'unreachable'
  | 'unreadable'
  | 'signed-out'
  | 'unknown';
export type TroubleCode = RefusalCode | OtherCode;

/** A failed call, with the data that the console needs to explain it. */
export interface Trouble {
  readonly code: TroubleCode;
  readonly status: number;
  /** The explanation from the API, in English. The console shows it if the console has no text for `rule` or `code`. */
  readonly detail: string;
  /**
   * The rule in `domain/case` that refused the command, such as `notice-too-late`; empty if no rule refused it.
   * `values` has the dates and codes that the text of the rule contains.
   */
  readonly rule: string;
  readonly values: Readonly<Record<string, string>>;
  /** The fields that the user must correct. */
  readonly fields: readonly FieldTrouble[];
}

interface FieldTrouble {
  /** Path of the field in the body of the request. */
  readonly field: string;
  /** Code for what is wrong with the field. Empty if the API sent none. */
  readonly rule: string;
}

const allCodes: Readonly<Record<TroubleCode, true>> = {
  'no-such-case': true,
  'out-of-order': true,
  'already-open': true,
  'already-verified': true,
  'case-ended': true,
  'locked-out': true,
  'unknown-system': true,
  'unknown-identifier': true,
  'second-person-required': true,
  'stronger-proof-needed': true,
  'too-late-to-extend': true,
  'already-extended': true,
  'too-late-to-suspend': true,
  'evidence-missing': true,
  'wrong-ground': true,
  'wrong-date': true,
  'too-late-to-undo': true,
  'legal-hold': true,
  'protected-identity': true,
  'contact-not-confirmed': true,
  'too-many-codes': true,
  'no-code': true,
  'code-expired': true,
  'code-used': true,
  'too-many-tries': true,
  'not-available': true,
  'already-sent': true,
  'not-seen': true,
  'sheet-changed': true,
  'preview-changed': true,
  'item-changed': true,
  'in-progress': true,
  'code-wrong': true,
  'old-seq': true,
  'command-id-reused': true,
  forbidden: true,
  'not-found': true,
  invalid: true,
  incomplete: true,
  'not-json': true,
  'too-large': true,
  busy: true,
  'being-prepared': true,
  erased: true,
  'not-erased': true,
  internal: true,
  unreachable: true,
  unreadable: true,
  'signed-out': true,
  unknown: true,
};
const codes = Object.keys(allCodes).filter((key): key is TroubleCode => key in allCodes);

const problemSchema = z.object({
  type: z.string().default(''),
  detail: z.string().default(''),
  rule: z.string().default(''),
  values: z.record(z.string(), z.string()).default({}),
  errors: z.array(z.object({ field: z.string(), rule: z.string().default('') })).default([]),
});

const nothing = { detail: '', rule: '', values: {}, fields: [] } as const;

/** Makes a `Trouble` without details from the API, for example after a failed connection. */
export function trouble(code: TroubleCode, status = 0): Trouble {
  return { code, status, ...nothing };
}

/**
 * Reads an error response. If the body is not a problem document (RFC 9457), for example because a proxy sent it, the
 * code follows from the HTTP status.
 */
export function troubleFrom(status: number, body: unknown): Trouble {
  const read = problemSchema.safeParse(body);
  const { type, detail, rule, values, errors } = read.success ? read.data : { type: '', ...nothing, errors: [] };
  const name = type.replace(/^urn:utdrag:problem:/, '');
  return {
    code: codes.find((code) => code === name) ?? codeOf(status),
    status,
    detail,
    rule,
    values,
    fields: errors,
  };
}

function codeOf(status: number): TroubleCode {
  if (status === 401) return 'signed-out';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 413) return 'too-large';
  if (status === 429 || status === 503) return 'busy';
  return status >= 500 ? 'internal' : 'unknown';
}

const needReload: ReadonlySet<TroubleCode> = new Set<TroubleCode>([
  'old-seq',
  // The log records each wrong code, so the case has a new last commit.
  'code-wrong',
  'out-of-order',
  'case-ended',
  'already-verified',
  'already-extended',
  'already-sent',
  'unknown-system',
  'unknown-identifier',
  'second-person-required',
  'erased',
]);

/** Whether the page may show an old state of the case, so that the case must be loaded again. */
export function needsReload({ code }: Trouble): boolean {
  return needReload.has(code);
}

/** Whether the user can send the same call again without any change. */
export function mayRetry({ code }: Trouble): boolean {
  return (
    code === 'unreachable' ||
    code === 'unreadable' ||
    code === 'busy' ||
    code === 'being-prepared' ||
    code === 'not-erased' ||
    code === 'internal'
  );
}
