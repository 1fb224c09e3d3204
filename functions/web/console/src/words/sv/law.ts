import type { LawWords } from '../en/law.ts';

/** Swedish texts of the case page and the queue about dates, decisions and the person. */
export const swedishLaw: LawWords = {
  dates: {
    title: 'Dagar',
    answerBy: 'Svar senast',
    period: {
      month: 'En månad från att begäran kom in (artikel 12.3).',
      extended: 'Tre månader från att begäran kom in: beskedet om förlängning skickades i tid (artikel 12.3).',
      'notice-unsent':
        'En månad från att begäran kom in. En förlängning är beslutad; den gäller när beskedet har skickats.',
    },
    rest: {
      open: 'Vi väntar på ett svar och tiden får kanske vila. Arbetet följer ändå den här dagen: ingen lag säger hur vila räknas.',
      over: (days) =>
        `${days === 1 ? '1 dags' : `${days} dagars`} vila kan läggas till. Arbetet följer den tidigare dagen.`,
    },
    received: 'Kom in',
    registered: 'Registrerad',
    registeredHint: 'senare; tiden räknas från när den kom in',
    suspended: 'Med vila',
    suspendedOpen: 'vet vi inte före svaret',
    notice: 'Sista dag att förlänga eller avslå',
    noticeOver: 'passerad',
    mayExtendTo: 'Om den förlängs',
    extendedTo: 'Förlängd till',
    noticeSent: (time) => `besked skickat ${time}`,
    noticeUnsent: 'beskedet är inte skickat än',
    targets: 'Våra egna mål',
    acknowledgeBy: 'Bekräfta senast',
    askIdentityBy: 'Fråga vem det är senast',
    draftBy: 'Utkast senast',
    decideBy: 'Avgör om det ska handläggas senast',
  },
  who: {
    title: 'Vem frågar',
    level: 'Visat',
    notProven: 'ingenting än',
    unconfirmed:
      'Adressen är inte bekräftad. Därför kan inget svar hämtas därifrån. Personen kan logga in igen och skriva in en kod, eller så kan en medarbetare bekräfta den.',
    answerBySms:
      'Adressen är inte bekräftad. Koden till svaret går därför med SMS, till numret som personen har visat.',
    disputed: (of, time) =>
      of === 'post'
        ? `${time} svarade någon från e-postadressen som vi skrev till förut, och invänder kanske mot att brev går med post.`
        : `${time} svarade någon från adressen som vi skrev till förut, och invänder kanske mot den nya.`,
    disputes: {
      'called-back': () => 'Bytet är återkallat. Vi fortsätter att skriva till den tidigare adressen.',
      waits: (time) =>
        `Ingenting är stoppat. Vi skriver till den nya platsen från ${time}, om du inte först byter tillbaka. Sökning och godkännande fortsätter. Ta reda på vem som har rätt. Vill du stoppa allt under tiden, märk ut omständigheten ”Hotad, eller osäker kontakt”.`,
      'in-force': (time) =>
        `Ingenting är stoppat. Vi skriver till den nya platsen sedan ${time}, och sökning, godkännande och nedladdning fortsätter. Ta reda på vem som har rätt. Vill du stoppa allt under tiden, märk ut omständigheten ”Hotad, eller osäker kontakt”.`,
    },
    proofs: 'Bevis',
    askings: 'Frågor',
    about: { identity: 'Identitet', clarification: 'Vad som menas' },
    asked: (time) => `ställd ${time}`,
    answered: (time) => `besvarad ${time}`,
    unanswered: 'inte besvarad',
    rests: 'tiden får kanske vila',
    mandate: 'Uppdrag',
    accepted: 'godtaget',
    notAccepted: 'inte godtaget',
    answerTo: 'Svar till',
    circumstances: 'Att tänka på',
    others: 'Andra ärenden med samma kontakt',
    attached: (count) =>
      count === 1 ? '1 begäran till för samma adress' : `${count} begäranden till för samma adress`,
    attachedHint:
      'De kom in för samma adress innan någon hade bevisat sin identitet i det här ärendet. Ingen har bevisat sin identitet för dem, och vi har inte skickat några brev om dem. Om en av dem omfattar mer än det här ärendet blir den ett eget ärende när identiteten är bevisad eller det här ärendet avslutas. De andra avslutas med det här ärendet.',
    wanted: (language) => `läser hellre ${language}`,
    origin: { split: 'Delat från', bundle: 'Kom tillsammans med' },
  },
  decided: {
    title: 'Beslut',
    extended: (why, date) => `Förlängt till ${date}: ${why}`,
    refused: { whole: 'Helt avslag', part: 'Delvis avslag' },
    standing: { restated: 'ersatt av ett senare', 'taken-back': 'taget tillbaka' },
    late: 'efter sista dagen',
    fee: (amount, by) => `Avgift på ${amount}, att besvara senast ${by}`,
    feeOpen: 'inget svar än',
    split: (what) => `Delat av: ${what}`,
    absorbed: 'Fört hit',
    ending: 'Slut',
    undo: (date) => `kan ångras till och med ${date}`,
    proposal: { open: 'väntar på en andra person', approved: 'beslutat', dropped: 'övergivet' },
  },
  keeping: {
    title: 'Bevarande',
    legalHold: 'Allt i ärendet bevaras för rättsliga anspråk.',
    objection: 'Invändning mot bevarandet',
    objectionStates: { open: 'inte avgjord', upheld: 'bifallen', rejected: 'avslagen' },
    breach: 'Incident',
    aware: (time) => `känd sedan ${time}`,
    freezes: 'Schemalagd gallring',
    freezeModes: { automatic: 'stoppas automatiskt', manual: 'ska stoppas för hand', 'not-needed': 'finns inte' },
    freezeOpen: 'inte stoppad än',
    freezeDone: 'stoppad',
  },
  systems: {
    blocked: 'väntar på ett starkare bevis på identiteten',
    givenUp: 'gett upp',
    undisclosable: 'Här finns något som man inte får berätta om. Svaret visar ingenting av det.',
  },
  queue: {
    owner: 'Ägare',
    owners: { all: 'Allas', mine: 'Mina', nobody: 'Ingens' },
    nobody: 'ingen',
    withRest: (date) => `med vila ${date}`,
    resting: 'vi väntar på svar: får kanske vila',
    notice: { near: 'också sista dag att förlänga eller avslå', over: 'för sent att förlänga' },
    decideBy: (date) => `avgörs senast ${date}`,
    proposals: (count) =>
      count === 1 ? '1 beslut väntar på en andra person' : `${count} beslut väntar på en andra person`,
    unsent: (count) => (count === 1 ? '1 brev gick inte att skicka' : `${count} brev gick inte att skicka`),
    takes: 'Dagen som visas är den tidigaste: inga pauser är inräknade.',
  },
  more: { open: 'Fler åtgärder', close: 'Stäng', fillIn: 'Fyll i formuläret', nothing: 'Inget just nu' },
  lockedOut: {
    title: 'Det här ärendet är inte öppet för dig',
    text: 'Det rör dig eller någon som står dig nära, så en kollega handlägger det. Stämmer det inte, säg till dataskyddsombudet eller en godkännare: de kan släppa in dig igen.',
  },
};
