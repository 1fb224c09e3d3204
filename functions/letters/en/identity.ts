import { link, list, say, sentence, sentences } from '../blocks.ts';
import type { IdentityContent, ProofMethod } from '../content/identity.ts';
import type { Block, LetterFrame, Wording } from '../letter.ts';
import { complaint, day, ifLate, numberOfDays, remedies, review, subject, timeWhenAsked } from './phrases.ts';

const noCopies = 'Do not send a copy of an identity document unless we expressly ask for it.';

/** Who asks, in English. */
export function identity(content: IdentityContent, frame: LetterFrame): Wording {
  switch (content.kind) {
    case 'identity-request':
      return {
        subject: subject('We need to know that it is you', frame),
        blocks: [
          say(`So that data do not reach the wrong person, we need to make sure that you made the ${frame.matter}.`),
          sentences(`The reason is that ${doubt(content.why, frame)}`, sentence(content.explanation)),
          say('Choose one of these ways:'),
          list(content.methods.map(methodInWords)),
          say(`We need nothing else. ${noCopies}`),
          sentences(
            `What you give us is used only for the check. It is kept with the case and erased ${numberOfDays(content.keptDays)} after the case has ended.`,
            'We note that the check was made, how and when.',
          ),
          timeWhenAsked(content.time, frame),
          link('To your case', content.statusLink),
        ],
      };
    case 'cannot-identify':
      return {
        subject: subject('We cannot tell which data are yours', frame),
        blocks: [
          say(
            'We cannot do what you asked for, because we are not in a position to tell which data concern you (Article 11 GDPR).',
          ),
          sentences(
            content.why === 'not-tied-to-anybody'
              ? 'The reason is that the data are not tied to any particular person.'
              : 'The reason is that what you gave us is not enough to find the right data.',
            sentence(content.explanation),
          ),
          say('With this we can look again:'),
          list(content.wouldHelp),
          say('Reply to this message and we will go on. You do not have to give more data.'),
          ...ifLate(content.lastDay, frame),
          ...remedies(frame),
        ],
      };
    case 'one-time-code':
      return {
        subject: subject('Your code', frame),
        blocks: [
          say(whatTheCodeIsFor(content)),
          { kind: 'code', text: content.oneTimeCode },
          say(
            `The code works ${content.sentTo === 'post' ? `until ${day(content.lastDay)}` : `for ${content.minutes} minutes`} and once. Do not give it to anybody.`,
          ),
          ...(content.sentTo === 'post' && content.purpose === 'identity'
            ? [
                say(
                  'If you cannot reach the page you can call or write to us instead: give us the code and the number of the case.',
                ),
              ]
            : []),
          say('Do not send a copy of any identity document. If you did not ask for this, you can ignore this message.'),
          ...(content.purpose === 'contact' ? [] : [link('To your case', content.statusLink)]),
        ],
      };
    case 'new-link':
      return {
        subject: subject('New link to your case', frame),
        blocks: [
          say(
            'The contact in your case has been changed, and from now on we write here. The links in earlier messages do not work any more. Use this one:',
          ),
          link('To your case', content.statusLink),
          say(`If you did not ask for this, reply to this message or write to ${frame.controller.email}.`),
        ],
      };
    case 'confirm-on-page':
      return {
        subject: subject('Confirm it on the page of your case', frame),
        blocks: [
          say(
            'We have had a mail about your case that asks for a change: to withdraw the request, or to take it up again. We cannot tell from the mail alone that you wrote it and want this, so we have changed nothing. If you want the change, make it on the page of your case:',
          ),
          link('To your case', content.statusLink),
          say('If you did not write to us, you need not do anything.'),
        ],
      };
    case 'identity-not-proven':
      return {
        subject: subject('We could not make sure that it is you', frame),
        blocks: [
          ...comeBack(content.alternatives),
          say(
            `This is why we have not done what you asked for (Article 12(6) GDPR): ${
              content.why === 'no-proof-came'
                ? `on ${day(content.askedDate)} we asked for something that shows that it is you, and we have not received it`
                : `what we received after our question of ${day(content.askedDate)} does not show that it is you`
            }. We do not disclose data when we are unsure who asks.`,
          ),
          say(noCopies),
          review(frame),
          ...remedies(frame),
          link('To your case', content.statusLink),
        ],
      };
    case 'deceased':
      return {
        subject: subject('About data of somebody who has died', frame),
        blocks: [
          say('We are sorry for your loss.'),
          say(
            'The General Data Protection Regulation applies to living people only (recital 27). It therefore gives no right to data about a person who has died.',
          ),
          sentences('The estate can use this way instead:', sentence(content.estateRoute)),
          say(`Contact for estates: ${content.estateContact}.`),
          say(
            'Data about yourself you have a right to. If you want them, reply to this message and we will open a case for you.',
          ),
          complaint(frame),
        ],
      };
    case 'contact-changed':
      return {
        subject: subject('A new contact in a case', frame),
        blocks: [
          say(`On ${day(content.changedDate)} a new contact was noted in the case. Until now we have written here.`),
          say('If it was you who asked for that, you need not do anything.'),
          say(
            `If this was not you, reply at once or write to ${frame.controller.email}. We must know quickly to be able to stop the change.`,
          ),
        ],
      };
  }
}

function comeBack([one, ...more]: Extract<
  IdentityContent,
  { kind: 'identity-not-proven' }
>['alternatives']): readonly Block[] {
  const lead = 'We could not make sure that it is you.';
  return more.length === 0
    ? [say(`${lead} Come back with ${methodAsThing(one)}, and we will go on.`)]
    : [say(`${lead} Come back with one of these, and we will go on:`), list([one, ...more].map(methodAsThing))];
}

function doubt(why: Extract<IdentityContent, { kind: 'identity-request' }>['why'], { matter }: LetterFrame): string {
  switch (why) {
    case 'contact-not-known':
      return `we cannot see from the address you wrote from that the ${matter} is yours.`;
    case 'sensitive-data':
      return `the ${matter} may concern data for which we need to be more certain who asks.`;
    case 'contradicting-details':
      return 'the details you gave do not agree with each other.';
    case 'several-people-match':
      return 'the details you gave may fit more than one person.';
  }
}

function whatTheCodeIsFor(content: Extract<IdentityContent, { readonly kind: 'one-time-code' }>): string {
  switch (content.purpose) {
    case 'identity':
      return `So that no data reach the wrong person, we need to know that whoever asked ${canRead(content.sentTo)}. Enter the code on the page of your case:`;
    case 'download':
      return 'Enter the code on the page of your case to fetch the answer:';
    case 'contact':
      return 'Before we write to this address we need to know that it is yours. Enter the code on the page of your case:';
  }
}

function canRead(sentTo: 'email' | 'phone' | 'post'): string {
  switch (sentTo) {
    case 'email':
      return 'can read this e-mail address';
    case 'phone':
      return 'has this telephone number';
    case 'post':
      return 'gets post at this address';
  }
}

function methodInWords(one: ProofMethod): string {
  switch (one.method) {
    case 'email-code':
      return 'A code that we send to an e-mail address that we already have.';
    case 'sms-code':
      return 'A code that we send by SMS to the mobile number that you gave.';
    case 'login':
      return 'Sign in to your account with us.';
    case 'e-id':
      return `Identify yourself with ${one.name}.`;
    case 'letter-code':
      return 'A code that we send in a letter to your address in the population register.';
    case 'document-check':
      return 'Show an identity document to us in person or in a video call. We note that it was checked and keep no copy.';
    case 'order-details':
      return 'Give the number of an order or an invoice that you have had from us.';
    case 'mandate':
      return 'Show that you may do this for the other person, for example with a power of attorney.';
  }
}

function methodAsThing(one: ProofMethod): string {
  switch (one.method) {
    case 'email-code':
      return 'the code that we send to an e-mail address that we already have';
    case 'sms-code':
      return 'the code that we send by SMS to the mobile number that you gave';
    case 'login':
      return 'a sign-in to your account with us';
    case 'e-id':
      return `identification with ${one.name}`;
    case 'letter-code':
      return 'the code that we send in a letter to your address in the population register';
    case 'document-check':
      return 'an identity document that you show in person or in a video call';
    case 'order-details':
      return 'the number of an order or an invoice';
    case 'mandate':
      return 'a power of attorney or something else that shows that you may act for the person';
  }
}
