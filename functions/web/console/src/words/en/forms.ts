/** English labels of the forms that are not generated. */
export const englishForms = {
  none: 'Choose',
  perLine: 'One on each line.',
  letterHint: (language: string) =>
    `Stands in the letter to the person as you write it. The person’s language: ${language}.`,
  reason: 'Reason',
  internalHint: 'For the record of the case. No more about the person than it needs.',
  twoPersons: 'This is a proposal: a colleague must agree before it takes effect.',
  assign: { mine: 'Take it myself' },
  circumstance: {
    mark: 'Mark',
    clear: 'Take away',
    of: (what: string) => ` ${what}`,
    undecided: 'Not decided on yet. Until then nothing is searched, approved or disclosed.',
  },
  join: { line: (received: string) => `received ${received}` },
  split: {
    matters: { request: 'Another right', complaint: 'A complaint', claim: 'A claim for damages' },
  },
  check: {
    never: 'Keep no copy and no number of it.',
  },
  enterCode: {
    hint: (tries: number, until: string) => `${tries === 1 ? 'One try' : `${tries} tries`} left. Good until ${until}.`,
  },
  contact: {
    olds: {
      'in-use': 'It is in use, or nothing is said of it',
      lost: 'It is lost',
      shared: 'Others read it',
      unsafe: 'It is unsafe',
    },
    lostHint: 'Nothing is sent to the old address. A strong proof of identity is needed first.',
  },
  posted: { open: 'Open the letter to print', letter: (what: string) => `To post: ${what}` },
  freeze: { title: (system: string) => `Stop scheduled erasure: ${system}` },
  proposal: {
    title: (what: string) => `For a second person: ${what}`,
    by: (who: string, time: string) => `${who} proposed it, ${time}`,
    contactNow: (contact: string) => `We write to ${contact} now. We would write to this instead:`,
  },
  end: {
    how: 'How does it end?',
    what: 'What was done, and how the person was told',
    wouldHelp: 'Which data would help',
    company: 'The company that answers for itself',
    companyEmail: 'Its address for requests',
    estate: 'What the contract gives the estate',
    estateHint: 'In whole sentences: they stand in the letter.',
    confirmTitle: (how: string) => `End the case: ${how}?`,
    confirmText: 'Where the person is owed a letter it is sent at once.',
    confirm: 'End the case',
    notARequest: 'It is not a request',
    carriedOut: 'Record what was done',
    carryOut: 'Carry out what is asked for',
    carryOutText: 'The system does not do this by itself. Do it, tell the person (Art. 12(3)), and record both.',
  },
  reopen: { until: (date: string) => `A withdrawal can be taken back until ${date}.` },
  stop: {
    rights: {
      objection: 'Objection to direct marketing (Art. 21(2))',
      'consent-withdrawal': 'Withdrawal of consent (Art. 7(3))',
    },
  },
  breach: {
    rounds: (round: number) => (round === 1 ? 'The answer' : `Supplement ${round - 1}`),
    left: (hours: number) => (hours < 0 ? 'past the 72 hours' : hours === 1 ? '1 hour left' : `${hours} hours left`),
    notifyBy: (time: string) => `The authority is told by ${time}.`,
  },
};
export type FormWords = Readonly<typeof englishForms>;
