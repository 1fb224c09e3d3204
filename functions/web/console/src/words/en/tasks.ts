import type { TaskName } from '../../logic/task.ts';

/** A button or form with what it does. */
export interface TaskWords {
  readonly title: string;
  /** The rule, in one plain sentence or two, with its article. */
  readonly text: string;
  readonly submit: string;
}

export const englishTasks: Readonly<Record<TaskName, TaskWords>> = {
  'lift-hold': {
    title: 'Held: is this a request to handle?',
    text: 'Nothing has been written to the sender yet, and the clock is running. If you lift the hold, the sender gets a confirmation and a code.',
    submit: 'Lift the hold',
  },
  'approve-search': {
    title: 'Approve the search',
    text: 'The person has shown what is needed to search. The search begins when you approve it.',
    submit: 'Approve the search',
  },
  'decide-identifier': {
    title: 'A system knows the person by another identifier',
    text: 'If you accept it, all systems are searched for it too, and what they find goes to this person. Accept only what you can tell is theirs.',
    submit: 'Decide',
  },
  'record-manual-result': {
    title: 'Search by hand',
    text: 'Write down what you came to. It goes into the answer as it stands.',
    submit: 'Save the result',
  },
  'retry-system': {
    title: 'A search failed',
    text: 'Try again when the fault is put right. Until then the answer says that this search failed.',
    submit: 'Try again',
  },
  'give-up-system': {
    title: 'Give up on a failed system',
    text: 'The answer says that this search failed, and no longer that more will come. Only when it cannot be searched by hand either.',
    submit: 'Give up on it',
  },
  'confirm-freeze': {
    title: 'Stop scheduled erasure',
    text: 'What the person asks for must not be erased by a schedule before it is answered. Do it on the day of receipt.',
    submit: 'It is stopped',
  },
  release: {
    title: 'Release the answer',
    text: 'Check what goes out. Once everybody who must release it has done so, the package is put together and the person is told that it is ready.',
    submit: 'Release the answer',
  },
  'approve-proposal': {
    title: 'A decision that two must make',
    text: 'It takes effect when a second person agrees. Read what was written before you do.',
    submit: 'Agree',
  },
  'drop-proposal': {
    title: 'Drop a proposal',
    text: 'Nothing comes of it, and nobody is told.',
    submit: 'Drop it',
  },
  'record-posted': {
    title: 'A letter to post',
    text: 'Print the letter, post it, and then record that it is on its way.',
    submit: 'It has been posted',
  },
  'answer-asking': {
    title: 'Record an answer to a question',
    text: 'The person has answered by another way than the link. A question never narrows a request against the person’s will.',
    submit: 'Save the answer',
  },
  'answer-fee': {
    title: 'Record the answer to a fee',
    text: 'Nothing is charged without a yes. Without an answer only what is free goes on (Art. 12(5)).',
    submit: 'Save the answer',
  },
  'ask-identity': {
    title: 'Ask for proof of identity',
    text: 'Art. 12(6): only with a reason to doubt who it is, and for no more than is needed.',
    submit: 'Send the question',
  },
  'ask-clarification': {
    title: 'Ask what is meant',
    text: 'Recital 63: where very much is held the person may be asked what the request is about. Whoever still wants everything gets everything.',
    submit: 'Send the question',
  },
  'record-identity-check': {
    title: 'Record an identity check',
    text: 'You have looked at an identity document. What it was, where and when is recorded; it is never copied (EDPB 01/2022, 73–79).',
    submit: 'Record the check',
  },
  'enter-code': {
    title: 'Enter the code from the letter',
    text: 'The person reads the code out on the telephone, or has sent it back. Ask for it; it is never shown here.',
    submit: 'Try the code',
  },
  'override-proof': {
    title: 'Accept without the usual proof',
    text: 'You are certain in another way who it is. If you are wrong, somebody else gets the answer (Art. 32).',
    submit: 'Accept it',
  },
  'record-mandate': {
    title: 'Check a mandate',
    text: 'Somebody asks for another person: both who they are and what the mandate covers is checked (EDPB 01/2022, 80–82).',
    submit: 'Save',
  },
  'mark-circumstance': {
    title: 'Mark a circumstance',
    text: 'A circumstance of the person can change how the case must be handled. If it protects somebody, the case stands still until you have decided what to do about it. No circumstance stops the clock or narrows the right.',
    submit: 'Mark',
  },
  'decide-circumstance': {
    title: 'Decide on a circumstance that protects somebody',
    text: 'Until then nothing is searched, approved or disclosed, and the clock runs on. Write what you do to protect the person, or why the circumstance does not apply.',
    submit: 'Save the decision',
  },
  'change-contact': {
    title: 'Change the contact address',
    text: 'Unless the person says that the old address is lost, shared or unsafe, it is told at once, and the new one is used after some days, so that nobody can take over a case unnoticed (Art. 32). The new one is used at once where the person has shown who they are by an e-ID, or where there was no address of theirs before.',
    submit: 'Change the address',
  },
  'confirm-contact': {
    title: 'Confirm the contact address',
    text: 'The person has shown who they are, but not that this address is theirs. No answer can be fetched from it before that: with a typing error somebody else would read it (Art. 32).',
    submit: 'Confirm the address',
  },
  'move-to-post': {
    title: 'Send letters by post',
    text: 'What was asked for electronically is answered electronically, unless the person wants it otherwise or it cannot reach them (Art. 12(3)). The earlier address is told, unless a letter to it has come back.',
    submit: 'Send letters by post',
  },
  assign: {
    title: 'Assign the case',
    text: 'Every case has one owner, who sees to it that the date is kept.',
    submit: 'Assign',
  },
  'lock-out': {
    title: 'Lock a colleague out',
    text: 'Staff who ask for their own data, and those close to them, neither see nor handle the case.',
    submit: 'Lock out',
  },
  'let-in': {
    title: 'Let a colleague in again',
    text: 'For a lock-out that was a mistake, or whose reason is gone. Somebody else than the one who is locked out decides it.',
    submit: 'Let in',
  },
  split: {
    title: 'Split off a part',
    text: 'A complaint, a claim or another right becomes a case of its own, received on the same day. It never delays access (EDPB 01/2022, 167).',
    submit: 'Split off',
  },
  join: {
    title: 'Join with another case',
    text: 'Two requests about the same become one. The later goes on in the earlier, so that no date moves back.',
    submit: 'Join',
  },
  redirect: {
    title: 'Refer to the controller',
    text: 'Where we are a processor the controller answers (Art. 28(3)(e)). The letter neither confirms nor denies that anything is held, and our own part goes on.',
    submit: 'Send the letter',
  },
  'correct-receipt': {
    title: 'Correct the time of receipt',
    text: 'The period runs from when the request reached us by any channel (Art. 12(3)), opened or not. All dates are counted anew.',
    submit: 'Correct it',
  },
  extend: {
    title: 'Extend the period',
    text: 'Art. 12(3): by two further months, where complexity or the number of requests makes it necessary. It holds only if the notice is sent in time.',
    submit: 'Extend the period',
  },
  refuse: {
    title: 'Refuse',
    text: 'Art. 12(4): within one month, with the ground, the reason and how to complain. A late refusal still goes, marked as late.',
    submit: 'Go on to confirm',
  },
  'take-back-refusal': {
    title: 'Take a refusal back',
    text: 'What was refused goes out with the answer. If somebody has released the answer already, it must be released again.',
    submit: 'Take the refusal back',
  },
  'charge-fee': {
    title: 'Charge a fee',
    text: 'Art. 12(5), 15(3): only for a further copy, or a request shown to be excessive; never because of the calendar alone. The person may withdraw or narrow it first.',
    submit: 'Go on to confirm',
  },
  'stop-processing': {
    title: 'Record that processing is to stop',
    text: 'Marketing, and what rests on consent, has to stop at once and without a check of identity (Art. 21(3), 7(3)). The person gets a letter about what is noted and where it is done.',
    submit: 'Send the confirmation',
  },
  end: {
    title: 'End the case',
    text: 'How a case ends decides what the person is told (Art. 12(3)-(4)). Choose what is true.',
    submit: 'Go on to confirm',
  },
  reopen: {
    title: 'Take the case up again',
    text: 'The person has come back with what was missing, or takes a withdrawal back. The case goes on where it was, with the same dates.',
    submit: 'Take it up again',
  },
  note: {
    title: 'Write a note',
    text: 'For colleagues. The person may ask to see it (Art. 15).',
    submit: 'Save the note',
  },
  'set-legal-hold': {
    title: 'Set a legal hold',
    text: 'Material that is needed for a legal claim is kept until the hold is lifted (Art. 17(3)(e)).',
    submit: 'Set the hold',
  },
  'lift-legal-hold': {
    title: 'Lift the legal hold',
    text: 'The material is erased when its time has come, as in every other case (Art. 5(1)(e)).',
    submit: 'Lift the hold',
  },
  'object-to-retention': {
    title: 'Record an objection to keeping',
    text: 'The person objects to our keeping this case (Art. 21). It is decided on, and answered.',
    submit: 'Record the objection',
  },
  'decide-retention-objection': {
    title: 'Decide on an objection to keeping',
    text: 'Unless compelling grounds or legal claims are shown, the objection is upheld (Art. 21(1)). The person gets the decision by letter.',
    submit: 'Decide',
  },
  'record-breach': {
    title: 'Record a breach',
    text: 'The authority is told within 72 hours of when we became aware, weekends included (Art. 33). An answer that went to the wrong person is taken back at once.',
    submit: 'Record the breach',
  },
  'update-breach': {
    title: 'A breach to follow up',
    text: 'Every step is recorded, also why the authority was not told (Art. 33(5)).',
    submit: 'Save the step',
  },
};
