import type { DocumentPage, ReviewItem } from '#api/review.ts';
import type { UnreadReason } from '#domain/findings/finding.ts';
import type { ReviewAction } from '../../logic/review-keys.ts';
import type { ReviewFilter } from '../../logic/review-list.ts';

type Does = ReviewItem['decisions'][number]['do'];
type WhyNot = Extract<DocumentPage, { readonly kind: 'cannot' }>['reason'];
type How = ReviewItem['tie']['how'];

/** English texts of the review page. */
export const englishReview = {
  title: (reference: string) => `Review of ${reference}`,
  open: 'Review and release',
  openText: 'Look at what the answer contains, and release it on the page of the review.',
  toCase: 'To the case',
  left: (open: number) =>
    open === 0
      ? 'Nothing is left to decide'
      : open === 1
        ? '1 record left to decide'
        : `${open} records left to decide`,
  shut: (open: number) =>
    `The answer can be released when all records are decided: ${open === 1 ? '1 is' : `${open} are`} left.`,
  stopped:
    'The package was not delivered. These files still contained something that you have masked, withheld or rejected, such as a name in another record or in a reason. Mask it there as well, and release again:',
  shownOtherwise:
    'The package was not made: a new version of the program shows the records in another way than when the answer was released. Look at what is open, and release again.',
  partly: (open: number) =>
    `The last day for the answer has come, or the policy allows an earlier answer in parts. So what is decided may be released now. ${open === 1 ? '1 record is' : `${open} records are`} not decided: the answer says that more is under review, and a supplement follows.`,
  round: (round: number) => (round === 1 ? 'The answer' : `Supplement ${round - 1}`),
  shownIn: (language: string) => `Values are shown as the person gets them, in ${language}.`,
  preview: 'Preview and release',
  back: 'Back to the records',
  search: 'Search in the records',
  find: 'Search',
  clear: 'Clear the search',
  lists: 'Lists',
  systems: 'Systems and kinds',
  allSystems: 'All systems',
  filters: {
    open: 'To decide',
    all: 'All records',
    possible: 'Possible matches',
    disputed: 'Disputed',
    documents: 'With documents',
    done: 'Decided',
    'by-rule': 'Released by rule',
    sample: 'A sample of them',
  } satisfies Record<ReviewFilter, string>,
  counts: (items: number, open: number) => (open === 0 ? `${items}` : `${open} of ${items}`),
  countsTold: (items: number, open: number, byRule: number) =>
    `${open} of ${items} left to decide${byRule === 0 ? '' : `, ${byRule} released by rule`}`,
  allDone: 'All records here are decided.',
  nothing: 'No record matches.',
  over: 'The records are not under review now. The answer has been released, or the search has not ended.',
  record: (title: string, record: string) => `${title} ${record}`,
  partOf: (whole: string) => `Part of: ${whole}`,
  how: {
    own: 'It is the person’s: an identifier of the record itself is the person’s.',
    contact: 'It is the person’s: an address or number in it is the person’s.',
    part: 'It is the person’s: it belongs to a record of the person.',
    possible: 'It may be the person’s: no verified identifier ties it to them. Decide whose it is.',
    disputed: 'It may be somebody else’s: something points to another person. Decide whose it is.',
    adopted: 'It is the person’s: staff decided that it is.',
    hand: 'Staff entered it by hand.',
  } satisfies Record<How, string>,
  notGivenAgain:
    'You decided that this record is the person’s. The system did not return the record when it was searched again, so the answer does not contain it. Search again with the same decision, or reject the record if the system no longer holds it.',
  by: 'Tied by',
  against: 'Points to somebody else',
  copies: (places: number) => `This record is held ${places} times. Your decision counts for all of them.`,
  folded: (lines: number) =>
    lines === 1
      ? '[… 1 line that you have seen in another record …]'
      : `[… ${lines} lines that you have seen in another record …]`,
  unfold: (pieces: number) => (pieces === 1 ? 'Show what is quoted' : `Show what is quoted (${pieces} pieces)`),
  fold: 'Hide what is quoted',
  byRule: 'Released by rule: own data of a system with low risk. You can still decide on it.',
  refusedKind: 'This kind of record is refused, so it is not in the answer.',
  unreadable: 'The record could not be read.',
  values: 'Values',
  others: 'may concern others',
  given: 'As the person gets it',
  original: 'Before the decisions. Select text here to mask more:',
  withheldField: 'Not disclosed',
  piece: (from: number, to: number, length: number) =>
    `The value is long: characters ${from} to ${to} of ${length} are shown here.`,
  nextPiece: 'Next part',
  firstPiece: 'From the beginning',
  whole: 'Show the whole record',
  notWhole: 'Only a part of the record has been loaded. You can decide when you have seen all of it.',
  noFields: 'The record has no values.',
  documents: 'Documents',
  document: (title: string, type: string, size: string) => `${title} (${type}, ${size})`,
  openDocument: 'Open',
  opened: 'opened',
  openFirst: 'Open the documents before you decide.',
  viewer: {
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    pageOf: (page: number, title: string) => `Page ${page} of ${title}`,
    previous: 'Previous page',
    next: 'Next page',
    larger: 'Larger',
    smaller: 'Smaller',
    download: 'Download',
    keys: 'The left and right arrows turn the page. Plus and minus make it larger and smaller.',
    byPerson: 'You must look at it yourself: download it and open it before you decide.',
    cannot: {
      encrypted: 'The document cannot be shown here, because it needs a password.',
      broken: 'The document cannot be shown here, because it is damaged.',
      'too-large': 'The document is too large to be shown here.',
      'too-many-pages': 'The document has too many pages to be shown here.',
      'embedded-files': 'The document has other files inside, which its pages do not show.',
      'too-slow': 'The document takes too long to be shown here.',
      'unknown-type': 'Documents of this type cannot be shown here.',
    } satisfies Record<WhyNot, string>,
  },
  leftOut: (titles: string) => `Not in the answer, because it concerns only other people: ${titles}.`,
  missing: 'Documents of the record that are not here:',
  whyMissing: {
    'duplicate-key': 'the same field occurs twice in the answer from the system',
    'too-deep': 'the data are nested in too many levels',
    'not-text': 'the text is not valid',
    'another-shape': 'the system sent it in a form that cannot be read',
    'too-large': 'the file is larger than what is downloaded',
    'address-refused': 'the system refers to an address from which nothing may be downloaded',
  } satisfies Record<UnreadReason, string>,
  missingUntilAdopted: 'is downloaded when you decide that the record is the person’s',
  noText: 'no text that a machine can read',
  selected: (title: string, characters: number) =>
    `Selected in ${title}: ${characters === 1 ? '1 character' : `${characters} characters`}`,
  maskThis: 'Mask everywhere',
  together: {
    release: (records: number, scope: string | undefined) =>
      `Release what I have seen${scope === undefined ? '' : ` of ${scope}`} (${records})`,
    reject: (records: number) => `Not the person’s: what is uncertain and I have seen (${records})`,
    hint: 'A record counts as seen when its end was on your screen. Nothing else is decided.',
    unopened: (records: number) =>
      `${records === 1 ? '1 record has a document' : `${records} records have documents`} that you have not seen to the end.`,
  },
  showOne: 'One at a time',
  showAll: 'All below each other',
  selectHint: 'To mask a part of a value, select it with the mouse, or with Shift and the arrow keys.',
  decide: 'Decide',
  actions: {
    next: 'Next',
    previous: 'Previous',
    release: 'Release',
    mask: 'Mask',
    everywhere: 'Everywhere',
    withhold: 'Withhold',
    adopt: 'It is the person’s',
    reject: 'Not the person’s',
    'not-by-rule': 'Fault found: review all of this kind',
    undo: 'Undo',
    note: 'Note',
    'open-documents': 'Open the documents',
    search: 'Search',
    preview: 'Preview and release',
    'release-seen': 'Release what I have seen',
    'reject-seen': 'Not the person’s: what is uncertain and I have seen',
    view: 'All below each other, or one at a time',
    help: 'Keys',
  } satisfies Record<ReviewAction, string>,
  helps: {
    next: 'the next record to decide (or the right arrow)',
    previous: 'the previous record to decide (or the left arrow)',
    release: 'release the record as it is shown',
    mask: 'mask the selected text, or a field',
    everywhere: 'mask the same in all records',
    withhold: 'withhold a field, a document or the record',
    adopt: 'the uncertain record is the person’s',
    reject: 'the record is not the person’s',
    'not-by-rule': 'no record of this kind is released by rule: each is reviewed',
    undo: 'undo the last decision on the record, or else your last decision',
    note: 'write a note about the case',
    'open-documents': 'open the next document of the record',
    search: 'search in the records',
    preview: 'see what the person will read, and release it; again: back to the records',
    'release-seen': 'release all records of the list that you have seen',
    'reject-seen': 'all possible and disputed records of the list that you have seen are not the person’s',
    view: 'show the records below each other, or one at a time',
    help: 'show the keys',
  } satisfies Record<ReviewAction, string>,
  key: (label: string, key: string) => `${label} (${key})`,
  lettersOn: 'Keys of one letter are on',
  lettersHint: 'They do nothing while you write in a field. Your browser keeps this setting.',
  close: 'Close',
  decisions: 'Decisions on this record',
  noDecisions: 'No decision yet.',
  did: {
    release: 'Released',
    mask: 'Masked',
    withhold: 'Withheld',
    adopt: 'It is the person’s',
    reject: 'Not the person’s',
    'not-by-rule': 'No longer released by rule',
  } satisfies Record<Does, string>,
  alike: 'for all alike',
  characters: (from: number, to: number) => `characters ${from + 1}–${to}`,
  letter: (letter: string) => `person ${letter}`,
  notTold: 'the person is not told',
  undo: 'Undo',
  undoThis: (what: string) => `Undo: ${what}`,
  limit: {
    mask: 'Mask',
    withhold: 'Withhold',
    everywhere: 'Mask everywhere',
    what: 'What',
    record: 'The whole record',
    field: (title: string) => `The field ${title}`,
    part: (title: string) => `The selected text in ${title}`,
    document: (title: string) => `The document ${title}`,
    value: (text: string) => `“${text}” wherever it is shown, also in records that are found later`,
    counting: 'Counting what this changes …',
    touches: (values: number, records: number) =>
      values === 0
        ? 'This changes nothing that is in the answer now.'
        : `This changes ${values === 1 ? '1 value' : `${values} values`} in ${records === 1 ? '1 record' : `${records} records`}.`,
    touchedBefore: (values: number) => `The records have changed meanwhile: before, it was ${values}.`,
    places: (places: number, values: number) =>
      places < values
        ? `Where: the first ${places} places`
        : places === 1
          ? 'Where: 1 place'
          : `Where: ${places} places`,
    also: 'Also everywhere, if it is of the same person',
    alsoValue: (text: string, title: string) => `“${text}” (${title})`,
    alikeField: (title: string, kind: string) => `The field ${title} in every record of the kind ${kind}`,
    alikeKind: (kind: string) => `All records of the kind ${kind}`,
    alikeSystem: (system: string) => `All records of ${system}`,
    ground: 'Ground',
    reason: 'Reason, which the person can read',
    reasonHint: 'Needed for every ground except the rights of others.',
    letter: 'Letter for the masked person',
    letterHint: 'With a letter the person can tell several masked people apart.',
    noLetter: 'No letter: [another person]',
    tell: 'Tell the person that something is left out here',
  },
  said: {
    released: 'Released.',
    masked: 'Masked.',
    withheld: 'Withheld.',
    adopted:
      'Marked as the person’s. The system is now searched for what belongs to the record. The review goes on when this search has ended.',
    rejected: 'Marked as not the person’s.',
    notByRule: 'Records of this kind are no longer released by rule. They are in the list “To decide”.',
    undone: 'Undone.',
    everywhere: 'Masked everywhere.',
    decided: 'This record is decided already.',
    changed:
      'The record changed while you looked at it. Its new version is shown now. Look at it again, and decide then.',
    colleague:
      'A colleague has decided on this record meanwhile. Their decision is shown now. Decide again if your decision should apply as well.',
    gone: 'The record is no longer in the answer.',
    others: 'A colleague has decided something, or the records have changed. The page shows it now.',
    together: 'Decided together. You can undo all of it at once.',
    nothingSeen: 'You have not seen a record here that can be decided like this.',
    togetherChanged:
      'Nothing was decided: a colleague has decided on one of these records meanwhile, or it has changed. The page shows the new state. Look at it, and decide again.',
    nothingToUndo: 'There is no decision of yours to undo.',
  },
  pages: 'Pages',
  frame: (title: string) => `Preview: ${title}`,
  previewText: 'This is what the person will read. Look at each page.',
  release: {
    title: 'Release',
    released: 'Your release has been saved. The case goes on by itself.',
    notYours: 'You cannot release this answer.',
  },
};
export type ReviewWords = Readonly<typeof englishReview>;
