import type { PortalWords } from './portal-words.ts';

/** The English texts of the portal. */
export const english: PortalWords = {
  languageName: 'English',
  frame: {
    skip: 'Skip to the content',
    languages: 'Language',
    home: 'New request',
    about: 'How we handle your request',
    errorInTitle: 'Error',
    thereIsAProblem: 'Something needs to be corrected',
    optional: 'optional',
  },
  rights: {
    access: {
      name: 'Access (a copy of your data)',
      explanation: 'Be told which data we hold about you, and get a copy of them.',
    },
    rectification: { name: 'Rectification', explanation: 'Have data corrected that are wrong or incomplete.' },
    erasure: { name: 'Erasure', explanation: 'Have data removed that we no longer have a right to keep.' },
    restriction: {
      name: 'Restriction',
      explanation: 'Have us only store the data, for example while something is looked into.',
    },
    portability: {
      name: 'Data portability',
      explanation: 'Get the data that you gave us in a form that another service can read.',
    },
    objection: {
      name: 'Objection',
      explanation: 'Say no to our use of the data. If it is about advertising you need not show who you are.',
    },
    'consent-withdrawal': {
      name: 'Withdrawal of consent',
      explanation: 'Take back a consent that you gave us. You need not show who you are.',
    },
  },
  request: {
    title: 'Request your personal data',
    description: 'Ask which personal data are held about you, and use your rights under the GDPR.',
    lead: (organisation) =>
      `Here you can ask ${organisation} which data are held about you, and use your other rights under the General Data Protection Regulation (GDPR).`,
    promises: [
      {
        title: 'Normally free of charge',
        text: 'If we charge a fee, we tell you so, and why, beforehand. You need not say why you ask.',
      },
      { title: 'Answered within a month', text: 'If we need more time, we tell you so, and why, before then.' },
      { title: 'No copies of identity documents', text: 'A code to your e-mail is usually enough.' },
    ],
    otherWays: 'You do not have to use the form. An e-mail does just as well:',
    stepsTitle: 'What happens next',
    steps: [
      'We send a confirmation and a code to your e-mail address.',
      'You enter the code. Then we know that you can read the address.',
      'We search our systems. A member of staff approves the answer before it is released.',
      'You get an e-mail when the answer is ready, and fetch it here with a new code.',
    ],
    controller: 'Who do you want to ask?',
    controllerHint: 'Each company answers for itself.',
    rights: 'What do you want to request?',
    rightsHint: 'Choose one or more.',
    contact: 'How do we find you?',
    contactHint:
      'Only the e-mail address is needed. Everything else is optional and helps us to tell which data are yours.',
    labels: {
      email: 'E-mail address',
      phone: 'Telephone number',
      customerNumber: 'Customer number',
      personnummer: 'Swedish personal identity number (personnummer)',
      message: 'Message',
    },
    hints: {
      email:
        'Use the one that you normally use with us: then we find more. We also send the code and our messages here.',
      phone: 'For example +46 70 174 06 05.',
      customerNumber: 'It is on invoices and order confirmations.',
      personnummer: 'Not needed. State it only if you want to, for example to be able to use an e-ID: YYYYMMDD-NNNN.',
      message: 'For example which time or which service it concerns. At most 4,000 characters.',
    },
    message: 'Anything we should know?',
    errors: {
      controller: 'Choose who you want to ask',
      rights: 'Choose at least one thing to request',
      email: 'Enter your e-mail address, like name@example.com',
      phone: 'Check the telephone number, or leave the field empty',
      customerNumber: 'Check the customer number, or leave the field empty',
      personnummer: 'Check the personal identity number, or leave the field empty',
      message: 'Shorten the message to at most 4,000 characters',
    },
    sentBefore:
      'You have sent this form before, with other details. If you want to make another request, press Send the request again.',
    submit: 'Send the request',
    afterSubmit: 'The details are used only to answer you, and to be able to show that we have.',
  },
  case: {
    title: 'Your case',
    description: 'Follow your request for personal data and fetch the answer.',
    reference: 'Case number',
    asked: 'Put to',
    concerns: 'Concerns',
    parts: {
      title: 'Cases that belong to your request',
      text: 'These are handled separately. Each case has its own number, its own dates and its own answer.',
      dates: (received, due) => `Received ${received}, answer by ${due}.`,
      partOf: 'Came in together with case',
    },
    matters: { complaint: 'A complaint about how we process your data', claim: 'A claim for compensation' },
    received: 'Received',
    due: 'Answer by',
    extended: 'The period has been extended. The reason is in the letter that we sent.',
    daysLeft: (days) =>
      days > 1
        ? `${days} days left`
        : days === 1
          ? '1 day left'
          : days === 0
            ? 'today is the last day'
            : 'the last day has passed, and we apologise',
    status: {
      received: {
        name: 'We have received your request',
        text: 'A member of staff looks at it first. You need not do anything; we will write to you by e-mail.',
      },
      verify: {
        name: 'We are waiting for your code',
        text: 'We start to search as soon as we know that it is you who asks.',
      },
      searching: {
        name: 'The search is under way or comes next',
        text: 'We have what we need to search. A member of staff may have to approve the search, or decide on what it found. Some systems are searched by people, and that takes longer.',
      },
      review: {
        name: 'The answer waits for approval',
        text: 'A member of staff has to approve the answer before it is released.',
      },
      preparing: {
        name: 'We are putting the answer together',
        text: 'It is approved. You get a message when it can be fetched.',
      },
      ready: { name: 'Your answer is ready', text: 'You fetch it below.' },
      refused: {
        name: 'We have made a decision',
        text: 'The decision, the reasons and how to complain are in the letter about the decision.',
      },
      closed: {
        name: 'The case is closed',
        text: 'There is nothing to fetch here. You can make a new request at any time.',
      },
    },
    progress: 'How far your case has come',
    steps: ['Received', 'Making sure it is you', 'Search', 'Approval', 'Answer'],
    done: 'done',
    now: 'the case is here now',
    codeTo: {
      own: 'to your e-mail address',
      new: 'to the new address',
      number: (number) => `by SMS to ${number}`,
    },
    codeSent: (to, sentAt, validUntil) => `We sent a code ${to} at ${sentAt}. It works until ${validUntil}.`,
    codeByPost: 'The code comes by letter. The letter says until which day it works.',
    codeToBeSent: (to) => `We are sending a code ${to}. It usually takes a minute at the most.`,
    codeNotSent: (to) => `We have not been able to send the code ${to}. We will try again.`,
    codeInMail:
      'There is a link and a code in our mail to your e-mail address. Open the link, or enter the code here. A code works for ten minutes.',
    noCodeYet: 'No code has been sent yet.',
    codeOver: {
      expired: 'The latest code no longer works.',
      used: 'The latest code has been used.',
      'too-many-tries': 'The latest code is locked after five tries.',
    },
    codeLabel: 'Code',
    codeHint: {
      mail: 'Six digits, from our latest e-mail.',
      sms: 'Six digits, from our latest SMS.',
      post: 'Six digits, from our latest letter.',
    },
    noMoreCodes: (from) => `We send only a few codes in 24 hours. You can ask for the next one from ${from}.`,
    identity: {
      title: 'Enter the code',
      text: {
        mail: 'With the code you show that you can read the e-mail address that the request concerns. It protects you against somebody else getting your data.',
        post: 'With the code you show that the letter has reached you. It protects you against somebody else getting your data.',
        sms: 'With the code you show that you have the mobile number that you gave in the request. It protects you against somebody else getting your data.',
      },
      submit: 'Confirm that it is me',
    },
    otherMethods: 'Or in another way',
    stronger: {
      title: {
        waiting: 'A part waits for a stronger proof',
        asked: 'We need to be more certain that it is you',
        first: 'Show that it is you',
      },
      text: {
        waiting: [
          'For something that concerns you, the code that we sent is not enough. We tell you what it is, and where it is held, only when we are more certain that it is you.',
          'Choose a way. After that the rest comes by itself as a supplement: you need not request it again. If you would rather not, you still get everything else.',
        ],
        first: [
          'A code to the e-mail address is not enough here. Choose one of the ways below; nothing more is needed.',
        ],
        asked: ['Why we ask is in the letter that we sent. Choose a way; nothing more is needed.'],
      },
      noMethod: 'Write to us, and we find a way together:',
    },
    confirm: {
      title: { new: 'Confirm the new address', present: 'Confirm your e-mail address' },
      text: {
        new: 'Enter the code that we send to the new address. We write there only when you have done that and the waiting time is over.',
        present: (address) =>
          `You have shown who you are, but not that ${address} is your address. The answer cannot be fetched before that. If the address is mistyped, somebody else would get it.`,
      },
      signIn: 'Sign in again, here in the same browser. Then we send a code to the address, which you enter here.',
      noMethod: 'Write to us and we will help you to confirm the address:',
      submit: 'Confirm the address',
      wrong: 'Is the address wrong? Change it further down, under What else you can do.',
    },
    nothingMore: {
      enough: 'We know enough about who you are and ask for nothing more.',
      stop: 'To stop advertising or take back a consent you need not show who you are.',
      notYet: 'You need not show who you are at this point. If it is needed we say so, and why.',
    },
    questions: {
      title: 'We have a question for you',
      why: {
        identity: 'The question is also in the letter that we sent. Do not send copies of identity documents.',
        clarification: 'Whether to narrow your request is up to you. If you want everything, just say so.',
      },
      label: 'Your answer',
      submit: 'Send the answer',
      everything: 'I want everything',
    },
    wishes: {
      title: 'What else you can do',
      summaries: {
        'change-contact': 'Change the e-mail address of the case',
        withdraw: 'Withdraw your request',
        complain: 'Complain to us or claim compensation',
        'object-to-record': 'Object to our keeping the case',
      },
      contactFrom: (date) => `From ${date} we write to the new address.`,
      postFrom: (date) =>
        `From ${date} we send letters by post. Did you not ask for that? Enter your present e-mail address under Change the e-mail address, and it will not happen.`,
      contactWaits:
        'We have been asked to write to another address. That does not apply yet. Did you not ask for it? Enter your present e-mail address under Change the e-mail address, and it will not happen.',
      contact: {
        text: 'We send a code to the new address, which you enter here. We tell the old address of the change and wait some days, so that nobody else can take over your case unnoticed.',
        withLink:
          'To change the address, open the link in our mail. Is the address wrong, so that our mail does not reach you? Then make a new request for the right one.',
        again: 'Make a new request',
        stronger:
          'If you do not want us to write to the old address, you cannot make the change here. Prove in a stronger way that it is you, for example like this. Then write to us, and a member of staff changes the address:',
        email: 'New e-mail address',
        old: 'The old address',
        olds: {
          'in-use': 'I still use it',
          lost: 'I can no longer reach it',
          shared: 'Somebody else reads it, too',
          unsafe: 'It is not safe for me that you write there',
        },
        submit: 'Change the address',
      },
      withdraw: {
        text: 'We stop searching and hand out nothing. You can change your mind for 30 days, here on this page.',
        confirm: 'Yes, I withdraw my request',
        submit: 'Withdraw',
      },
      complain: {
        text: 'The complaint becomes a case of its own with us. It does not delay your request. You can also turn directly to the supervisory authority or a court.',
        label: 'What are you not satisfied with?',
        damages: 'I claim compensation for damage',
        submit: 'Send the complaint',
      },
      record: {
        text: 'We keep the case to be able to show that we have answered. You have the right to object to that. We consider your objection and answer it.',
        label: 'Your reasons',
        submit: 'Send the objection',
      },
      undo: {
        title: 'Have you changed your mind?',
        text: (until) => `You have withdrawn your request. Until ${until} you can take that back, and we go on.`,
        submit: 'Take back the withdrawal',
      },
      goOn: {
        title: 'Do you want to go on?',
        text: 'The case was closed because something was missing. Answer here and we take it up again. The letter that we sent says what it was.',
        label: 'Your answer',
        submit: 'Go on with the case',
      },
      errors: {
        text: 'Write something, at most 4,000 characters',
        email: 'Enter the new address, like name@example.com',
        old: 'Choose what is true of the old address',
        confirm: 'Tick that you withdraw your request',
        'stronger-proof': 'The change cannot be made here: read under Change the e-mail address of the case',
        'mailed-link':
          'For this you need the link in our mail. Is the address wrong, so that our mail does not reach you? Then make a new request for the right one.',
        'too-many': 'This case has already received many messages from this page. Please write to us instead.',
        'not-now': 'This cannot be done just now. Here you see how the case stands.',
      },
      done: {
        'answer-question': 'Thank you. We have your answer and go on.',
        withdraw: 'Your request is withdrawn.',
        'take-back-withdrawal': 'The withdrawal is taken back. We go on with your request.',
        'go-on': 'Thank you. The case is open again.',
        'change-contact': 'The change of address is noted.',
        'object-to-record': 'We have received your objection and will answer it.',
        complain: 'We have received your complaint. You get a confirmation.',
      },
    },
    back: 'To your case',
    newCode: 'Send a new code',
    newCodeHint: {
      mail: 'Nothing there? Look in the spam folder, or ask for a new one.',
      sms: 'Nothing there? It can take a minute. Otherwise ask for a new one.',
      post: 'Has the letter not come? It takes some days. Otherwise ask for a new one.',
    },
    newCodeBy: { mail: 'Send a new code by e-mail', sms: (number) => `Send a code by SMS to ${number}` },
    answers: {
      title: 'Fetch the answer',
      text: (number) =>
        `For your safety a new code is needed each time. We send it ${number === undefined ? 'to your e-mail address' : `by SMS to ${number}`}.`,
      confirmFirst: 'The answer is ready. Before you fetch it you need to confirm your e-mail address, see above.',
      sendCode: 'Send me a code',
    },
    download: (round) => (round === 1 ? 'Download the answer' : `Download supplement ${round - 1}`),
    answer: (round) => (round === 1 ? 'The answer' : `Supplement ${round - 1}`),
    availableUntil: (delivered, until) => `Ready on ${delivered}. Kept until ${until}.`,
    addressLives:
      'The file is a zip archive. Unpack it and open index.html: everything can be read without the internet.',
    pendingTitle: 'This is still missing',
    pendingText: 'The answer is not complete. We send a supplement when this is there:',
    trouble: (trouble) => {
      switch (trouble.code) {
        case 'code-missing':
          return 'Enter the code';
        case 'code-malformed':
          return 'The code has six digits. Check it in our message.';
        case 'code-wrong':
          return trouble.triesLeft === 0
            ? 'The code is wrong, and there are no tries left. Ask for a new code, or open the link in our mail.'
            : `The code is wrong. You have ${trouble.triesLeft === 1 ? '1 try' : `${trouble.triesLeft} tries`} left.`;
        case 'no-code':
          return 'No code has been sent yet. Ask for a code.';
        case 'code-expired':
          return 'The code no longer works. Ask for a new code.';
        case 'code-used':
          return 'The code has been used already. Ask for a new code.';
        case 'too-many-tries':
          return 'The code is locked after five tries. Ask for a new code.';
        case 'use-the-mail':
          return 'Open the link in our mail to your e-mail address first. There you can do this.';
        case 'use-the-link':
          return 'Too many codes were typed here. Open the link in our mail to the address, and enter the code there.';
        case 'not-available':
          return 'There is no answer to fetch now.';
        case 'contact-not-confirmed':
          return 'Confirm your e-mail address first. Sign in again and we will send a code to it.';
        case 'sign-in-first':
          return 'Sign in again in this browser, and enter the code then.';
        case 'not-now':
          return 'This cannot be done just now. Here you see where the case stands.';
      }
    },
    reload: 'Update the page',
    followOn: 'Update automatically',
    followOff: 'Stop updating automatically',
    closePage: 'You can close the page. We e-mail you when something happens.',
  },
  attachedEnded: {
    text: 'The requests that came for this e-mail address at that time were handled together. That case has ended, and this request with it. If you have had no answer by e-mail, make a new request.',
    again: 'Make a new request',
    questions: 'Do you have questions? Write to',
  },
  tooMany: {
    title: 'We cannot take more requests right now',
    text: (when) =>
      `Many requests have come from the same network. This one has not been saved. You can try again from ${when}.`,
    instead: 'If you would rather not wait, send your request by e-mail to',
  },
  enoughKept: {
    title: 'This request has not been saved',
    text: 'So many requests have come for this e-mail address today that we save no more. Those that came before are still here. Open the link in our mail to the address to go on with them.',
    instead: 'Is there no mail from us? Send your request by e-mail, from the address itself, to',
  },
  information: {
    title: 'How we handle your request',
    description: 'How a request under the GDPR is handled, which rights you have, and where you can complain.',
    lead: 'You have the right to know which data we hold about you and what we do with them. This is how it works.',
    how: {
      title: 'From request to answer',
      paragraphs: [
        'You get an answer without undue delay and no later than one month from the day your request reached us. If a request is complex, or there are many of them, we may extend the period by at most two months. Then we tell you so, and why, within the first month.',
        'As a rule it is free of charge. We may charge a fee only for a further copy of the same data or for a request that is excessive. Then we tell you so, and why, beforehand, and you may say no.',
        'You need not give a reason, and you may ask in any way you like: here, by e-mail, by letter or on the telephone.',
        'For each system the answer says how it went: whether we found data about you, found none, do not disclose them, could not tell whose they are, failed to search it, or are still waiting. A search that failed does not mean that there are no data.',
        'What is not ready when the answer is sent follows as a supplement. If we cannot search a system at all, the answer says so.',
      ],
    },
    identity: {
      title: 'How we know that it is you',
      paragraphs: [
        'We send a code to your e-mail address, or by SMS to the mobile number that you gave where that is offered: once before we search, and once each time the answer is fetched. We ask for no more than the data need.',
        'If something needs a stronger proof, the page of your case says so, and you choose the way. We offer an e-ID only when we have a personal identity number to compare with.',
        'Do not send a copy of a passport, driving licence or identity card. A personal identity number is not needed. To stop advertising or take back a consent you need not show who you are.',
      ],
    },
    rights: { title: 'Your rights' },
    kept: {
      title: 'What we keep about your request',
      text: (material, profile) => [
        'The details of your request are used only to answer you and to be able to show that we did. We are obliged to do so by Articles 12 and 5(2) GDPR, and the legal basis is Article 6(1)(c).',
        `What we found, and the answer, are erased ${days(material)} after the case has ended. Your contact details in the case are erased ${days(profile)} after its end. Then nobody can see any longer whom the case concerned. If the case is needed for a legal claim, it is kept as long as it is needed.`,
      ],
    },
    complaint: {
      title: 'If you are not satisfied',
      text: 'You may complain to the supervisory authority, or to the one where you live or work or where the infringement took place:',
      court: 'You may also seek a judicial remedy before a court.',
    },
    contact: { title: 'Contact', officer: 'Data protection officer', number: 'Organisation number' },
    ask: 'Make a request',
  },
  trouble: {
    'not-found': {
      title: 'We find no case here',
      text: 'Open the link in our latest e-mail to you: it leads to your case. If the address of the case has been changed, older links do not work. If you have closed the browser since, you need to open it again.',
    },
    'no-page': { title: 'There is no such page', text: 'Check the address, or start from the beginning.' },
    'form-address': {
      title: 'There is nothing to show here',
      text: 'This address only accepts a form. You have loaded the page again, but nothing was sent a second time.',
    },
    malformed: {
      title: 'We could not read the form',
      text: 'Nothing has been saved. Go back, load the page again and have another try.',
    },
    'too-large': { title: 'The form is too large', text: 'Nothing has been saved. Shorten the message and try again.' },
    elsewhere: {
      title: 'The form was sent from another website',
      text: 'For safety nothing has been done. Open the page here and try again.',
    },
    busy: {
      title: 'Please try again in a moment',
      text: 'This cannot be done right now. What was saved before has not been lost.',
    },
    'sign-in-unknown': {
      title: 'This sign-in is not valid',
      text: 'It has been used, or was begun in another browser. Nothing has changed. Open your case from our latest e-mail and try again.',
    },
    'sign-in-expired': {
      title: 'It took too long',
      text: 'Nothing has changed. Go back to your case and start again.',
    },
    'sign-in-cancelled': {
      title: 'You cancelled',
      text: 'Nothing has changed. You can try again, or choose another way.',
    },
    'sign-in-no-match': {
      title: 'The details do not match',
      text: 'You are signed in as somebody whom we cannot connect with this case. We have kept nothing about it. Choose another way, or write to us.',
    },
    'sign-in-not-now': {
      title: 'This is not needed now',
      text: 'The case does not wait for this proof. Nothing has changed.',
    },
    'sign-in-failed': {
      title: 'The sign-in could not be verified',
      text: 'Nothing has changed. Try again, or choose another way.',
    },
    'sign-in-unavailable': {
      title: 'The service does not answer',
      text: 'Try again in a while, or choose another way. Nothing has changed.',
    },
    broken: {
      title: 'Something went wrong on our side',
      text: 'Please try again in a moment. What you have already sent is safe.',
    },
  },
};

function days(count: number): string {
  const years = count / 365;
  if (years === 1) return 'one year';
  if (Number.isInteger(years)) return `${years} years`;
  return count === 1 ? 'one day' : `${count} days`;
}
