import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { bodyText } from '../http/json.ts';

export type ReadForm =
  | { readonly ok: true; readonly fields: URLSearchParams }
  | {
      readonly ok: false;
      readonly status: 400 | 413 | 415;
      readonly trouble: 'malformed' | 'too-large';
    };

const mostFields = 40;
/** The only field that may occur several times in a form. */
const manifold = 'rights';

/** Reads the body of an HTML form (`application/x-www-form-urlencoded` in UTF-8). */
export function readForm(event: APIGatewayProxyEventV2): ReadForm {
  const malformed: ReadForm = { ok: false, status: 400, trouble: 'malformed' };
  const type = event.headers['content-type'] ?? '';
  if (!/^application\/x-www-form-urlencoded(?:\s*;\s*charset="?utf-8"?)?\s*$/i.test(type))
    return { ok: false, status: 415, trouble: 'malformed' };
  const text = bodyText(event);
  if (text === undefined) return { ok: false, status: 413, trouble: 'too-large' };
  if (!isUtf8(text)) return malformed;
  const fields = new URLSearchParams(text);
  if (fields.size > mostFields) return malformed;
  const repeated = [...new Set(fields.keys())].some((name) => name !== manifold && fields.getAll(name).length > 1);
  return repeated ? malformed : { ok: true, fields };
}

/** Whether the body is valid UTF-8. `URLSearchParams` would silently replace invalid bytes. */
function isUtf8(text: string): boolean {
  if (text.includes('\ufffd')) return false;
  try {
    // Browsers accept a percent sign that is not followed by two hexadecimal digits, so the check accepts it too.
    decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, '%25'));
    return true;
  } catch {
    return false;
  }
}

/**
 * The six digits of a code, without spaces. If the person pressed the button for a new code, the result has no digits;
 * `via` is then the chosen channel.
 */
export function codeIn(
  fields: URLSearchParams,
):
  | { readonly ok: true; readonly code: string }
  | { readonly ok: true; readonly code: undefined; readonly via: 'contact' | 'sms' }
  | { readonly ok: false; readonly code: 'code-missing' | 'code-malformed' } {
  const send = fields.get('send');
  if (send === 'new' || send === 'sms') return { ok: true, code: undefined, via: send === 'sms' ? 'sms' : 'contact' };
  const code = (fields.get('code') ?? '').replace(/[\s-]/g, '');
  if (code === '') return { ok: false, code: 'code-missing' };
  return /^\d{6}$/.test(code) ? { ok: true, code } : { ok: false, code: 'code-malformed' };
}
