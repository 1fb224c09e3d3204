import type { HoldReason } from '../case/vocabulary.ts';
import type { ParsedMail } from './parts/parse.ts';
import type { Sender } from './sender/sender.ts';
import type { Verdicts } from './verdicts.ts';
import type { Why } from './why.ts';

/**
 * Why staff must read a mail before it has any effect, or `undefined`. `forwarded`: a colleague forwarded a request of
 * somebody else.
 */
export function suspicionOf(
  verdicts: Verdicts,
  sender: Sender,
  mail: Pick<ParsedMail, 'attachments'>,
  forwarded: boolean,
): { readonly holdReason: HoldReason; readonly why: Why } | undefined {
  if (verdicts.virus === 'FAIL') {
    // For the reason `attachment-not-opened` a letter is sent to the sender. So it is used only if the checks prove the
    // sender's address. Otherwise the owner of a forged address would get the letter.
    const isProven = verdicts.dmarc === 'PASS' && !sender.ambiguous && !forwarded;
    return {
      holdReason: isProven ? 'attachment-not-opened' : 'infected-attachment',
      why: 'infected-attachment',
    };
  }
  switch (verdicts.dmarc) {
    case 'FAIL':
    case 'PROCESSING_FAILED':
    case 'DISABLED':
    case null:
      return { holdReason: 'sender-not-authenticated', why: 'sender-not-authenticated' };
    case 'PASS':
    case 'GRAY':
      break;
  }
  if (sender.ambiguous) return { holdReason: 'sender-ambiguous', why: 'sender-ambiguous' };
  // If nobody scanned the mail for viruses, it is kept, and staff decide which attachments they open.
  const unscanned = verdicts.virus === null || (verdicts.virus !== 'PASS' && mail.attachments > 0);
  return unscanned ? { holdReason: 'not-scanned', why: 'not-scanned' } : undefined;
}
