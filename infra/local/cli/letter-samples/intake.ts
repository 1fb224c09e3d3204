import { statusLink } from './fixed.ts';
import type { SamplesOf } from './parts.ts';

/** What became of a message that reached us. */
export function intakeSamples(): SamplesOf<
  | 'acknowledgement'
  | 'redirect'
  | 'complaint-acknowledgement'
  | 'by-post'
  | 'joined'
  | 'forwarded'
  | 'attachment-not-opened'
> {
  return {
    acknowledgement: [
      { kind: 'acknowledgement', due: '2026-12-21', statusLink, parts: [], partOf: null },
      {
        kind: 'acknowledgement',
        due: '2026-12-21',
        statusLink,
        parts: [{ rights: ['erasure'], reference: '1abc-2def-3ghj-4kmn' }],
        partOf: null,
      },
      { kind: 'acknowledgement', due: '2026-12-21', statusLink, parts: [], partOf: '1abc-2def-3ghj-4kmn' },
    ],
    redirect: [
      { kind: 'redirect', named: null, ownPartContinues: true },
      {
        kind: 'redirect',
        named: { to: 'Vårdcentralen Exempelberget', sentOn: '2026-11-23' },
        ownPartContinues: false,
      },
    ],
    'complaint-acknowledgement': [
      { kind: 'complaint-acknowledgement', about: 'complaint', contact: 'dataskydd@nordvik.example' },
      { kind: 'complaint-acknowledgement', about: 'claim', contact: 'jurist@nordvik.example' },
    ],
    'by-post': [
      { kind: 'by-post', why: 'bounced' },
      { kind: 'by-post', why: 'wish' },
      { kind: 'by-post', why: 'proof' },
    ],
    joined: [
      {
        kind: 'joined',
        existingCase: '4pqr-5stv-6wxy-7z01',
        existingReceivedDate: '2026-11-12',
        due: '2026-12-14',
        statusLink,
      },
    ],
    forwarded: [{ kind: 'forwarded', company: 'Nordvik Norge AS', companyEmail: 'personvern@nordvik-norge.example' }],
    'attachment-not-opened': [{ kind: 'attachment-not-opened', due: '2026-12-21' }],
  };
}
