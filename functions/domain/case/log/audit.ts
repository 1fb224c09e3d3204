import { TextDecoder } from 'node:util';
import * as z from 'zod';
import { canonical, sha256 } from '../../canonical/canonical.ts';
import { genesis } from './commit.ts';

/** The result of checking an exported log; `firstBad` is the number of the first wrong or missing line, from 1. */
export type AuditVerdict =
  | { readonly ok: true; readonly commits: number }
  | { readonly ok: false; readonly firstBad: number; readonly reason: string };

/** The end of a log, or of a chain of views, when it was exported. */
export interface AuditHead {
  readonly caseId: string;
  /** Number of commits. Only a chain of views can have none. */
  readonly seq: number;
  /** SHA-256 of the last commit's text; 64 zeros if there is none. */
  readonly hash: string;
  /** When this head was written to the anchor bucket, ISO 8601. */
  readonly anchoredAt: string;
  /** Set if the lines are the views of a case (`domain/review/views.ts`), and not its log. */
  readonly chain?: 'views' | undefined;
}

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const seq = z.number().int().positive();
const instant = z.iso.datetime({ offset: true });

// A commit as the format of exported logs defines it. Events may have other fields than those named here, depending on
// their type.
const lineSchema = z.looseObject({
  caseId: z.string().min(1),
  seq,
  commandId: z.string().min(1),
  prevHash: hash,
  events: z
    .array(
      z.looseObject({
        type: z.string().min(1),
        v: z.number().int().positive(),
        at: instant,
        by: z.looseObject({ kind: z.enum(['subject', 'staff', 'workflow', 'clock']), id: z.string() }),
      }),
    )
    .min(1),
});
type Line = z.infer<typeof lineSchema>;

const headSchema = z.strictObject({
  head: z.strictObject({
    caseId: z.string().min(1),
    seq: z.number().int().nonnegative(),
    hash,
    anchoredAt: instant,
    chain: z.literal('views').optional(),
    check: hash.optional(),
  }),
});
type Head = z.infer<typeof headSchema>['head'];

/**
 * The last line of an exported log, without its line feed. `check` is a hash of the other fields, so `verifyAudit`
 * notices a change of this line.
 */
export function headLine(head: AuditHead): string {
  return canonical({ head: { ...fieldsOf(head), check: checkOf(head) } });
}

function checkOf(head: AuditHead): string {
  return sha256(canonical(fieldsOf(head)));
}

function fieldsOf({ caseId, seq, hash, anchoredAt, chain }: AuditHead): AuditHead {
  return { caseId, seq, hash, anchoredAt, ...(chain === undefined ? {} : { chain }) };
}

/**
 * Checks that a log or a chain of views (`audit.jsonl`, as one text or in chunks) has not changed since its export. Each line must be the
 * canonical text of its commit and contain the hash of the line before it. The last line must be the head. If two
 * neighbouring commits do not fit together, the next line shows which of the two is bad. The log is read line by line,
 * and its content never causes an exception.
 */
export async function verifyAudit(log: string | AsyncIterable<string | Uint8Array>): Promise<AuditVerdict> {
  const chain = startChain();
  let number = 0;
  for await (const line of linesOf(log)) {
    number += 1;
    const verdict = line === undefined ? chain.unreadable('is not a line of UTF-8 text') : chain.next(line);
    if (verdict !== undefined) return verdict;
  }
  return chain.end();
}

/** The values of a commit with which the next line is compared. */
interface Link {
  readonly caseId: string;
  readonly hash: string;
}

function startChain() {
  let last: Link | undefined;
  // The number of a commit that does not follow from the one before it. The next line tells which of the two is bad.
  let doubtful: number | undefined;
  let number = 0;
  let head: Head | undefined;
  // Whether the lines are views. The first line decides, and all other lines must be of the same kind.
  let areViews: boolean | undefined;

  const bad = (firstBad: number, reason: string): AuditVerdict => ({ ok: false, firstBad, reason });
  const unreadable = (what: string): AuditVerdict => {
    if (doubtful !== undefined) return bad(doubtful, `line ${doubtful} does not follow from the line before it`);
    const current = head === undefined ? number + 1 : number + 2;
    return bad(current, `line ${current} ${what}`);
  };
  const changed = (line: number): AuditVerdict =>
    bad(line, `line ${line} has been changed: the next line holds the hash of another text`);

  function nextCommit(line: Line, text: string): AuditVerdict | undefined {
    const isView = line.events.every(({ type }) => type === 'material-viewed');
    if (areViews !== undefined && areViews !== isView)
      return unreadable('belongs to another chain than the line before');
    areViews = isView;
    if (line.seq !== number + 1)
      return unreadable(`is commit ${line.seq}: commits are missing, repeated or out of order`);
    if (last === undefined) {
      if (line.prevHash !== genesis) return unreadable('is not the first commit of a case');
    } else {
      const follows = line.prevHash === last.hash && line.caseId === last.caseId;
      if (doubtful !== undefined) return changed(follows ? doubtful - 1 : doubtful);
      if (!follows) doubtful = number + 1;
    }
    last = { caseId: line.caseId, hash: sha256(text) };
    number += 1;
    return undefined;
  }

  function nextHead(line: Head): AuditVerdict | undefined {
    if (line.check !== undefined && line.check !== checkOf(line))
      return unreadable('has been changed: its check is wrong');
    if (last === undefined) {
      if (line.chain !== 'views' || line.seq !== 0 || line.hash !== genesis)
        return unreadable('is a head, but there are no commits before it');
      head = line;
      return undefined;
    }
    if ((line.chain === 'views') !== areViews) return unreadable('is the head of another chain');
    if (line.seq !== number) return unreadable(`says that there are ${line.seq} commits, but there are ${number}`);
    const follows = line.hash === last.hash && line.caseId === last.caseId;
    if (doubtful !== undefined) return changed(follows ? doubtful - 1 : doubtful);
    // The head does not fit the last commit. The commit is reported as changed, even if the head has no `check` and may
    // itself have been changed.
    if (!follows) return changed(number);
    head = line;
    return undefined;
  }

  return {
    unreadable,
    next(text: string): AuditVerdict | undefined {
      if (head !== undefined) return unreadable('comes after the head');
      const value = parse(text);
      if (value === undefined) return unreadable('is no JSON');
      const asHead = headSchema.safeParse(value);
      if (asHead.success)
        return hasOneText(value, text) ? nextHead(asHead.data.head) : unreadable('is not the exact text of the head');
      const asCommit = lineSchema.safeParse(value);
      if (!asCommit.success) return unreadable('is neither a commit nor a head');
      if (!isCanonical(value, text)) return unreadable('is not the exact text of a commit (RFC 8785)');
      return nextCommit(asCommit.data, text);
    },
    end(): AuditVerdict {
      return head === undefined ? unreadable('is missing: the log has no head') : { ok: true, commits: number };
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isCanonical(value: unknown, text: string): boolean {
  try {
    return canonical(value) === text;
  } catch {
    // Text that is not well-formed Unicode has no canonical form.
    return false;
  }
}

/**
 * Whether the text of the head has no superfluous spaces or escapes and no repeated fields. The fields may be in any
 * order, because the format does not fix their order.
 */
function hasOneText(value: unknown, text: string): boolean {
  return JSON.stringify(value) === text;
}

const lineFeed = 0x0a;
const longestLine = 16 * 1024 * 1024;

/** The lines without their line feeds; `undefined` for a line that is not UTF-8, is too long or has no line feed. */
async function* linesOf(
  log: string | AsyncIterable<string | Uint8Array>,
): AsyncGenerator<string | undefined, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of typeof log === 'string' ? [log] : log) {
    let rest: Uint8Array = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    for (let end = rest.indexOf(lineFeed); end !== -1; end = rest.indexOf(lineFeed)) {
      yield decode(decoder, [...parts, rest.subarray(0, end)]);
      rest = rest.subarray(end + 1);
      parts = [];
      bytes = 0;
    }
    parts.push(rest);
    bytes += rest.length;
    if (bytes > longestLine) {
      yield undefined;
      return;
    }
  }
  if (bytes > 0) yield undefined;
}

function decode(decoder: TextDecoder, parts: readonly Uint8Array[]): string | undefined {
  try {
    return decoder.decode(Buffer.concat(parts));
  } catch {
    return undefined;
  }
}
