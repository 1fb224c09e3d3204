import type { FormWords } from '../en/forms.ts';

/** Swedish labels of the forms that are not generated. */
export const swedishForms: FormWords = {
  none: 'Välj',
  perLine: 'En sak på varje rad.',
  letterHint: (language) => `Står i brevet till personen som du skriver det. Personens språk: ${language}.`,
  reason: 'Skäl',
  internalHint: 'För ärendets dokumentation. Inte mer om personen än som behövs.',
  twoPersons: 'Det här är ett förslag: en kollega måste instämma innan det gäller.',
  assign: { mine: 'Ta det själv' },
  circumstance: {
    mark: 'Märk ut',
    clear: 'Ta bort',
    of: (what) => ` ${what}`,
    undecided: 'Inte beslutad än. Innan dess söks, godkänns och lämnas ingenting ut.',
  },
  join: { line: (received) => `kom in ${received}` },
  split: {
    matters: { request: 'En annan rättighet', complaint: 'Ett klagomål', claim: 'Ett krav på skadestånd' },
  },
  check: { never: 'Spara ingen kopia och inget nummer.' },
  enterCode: {
    hint: (tries, until) => `${tries === 1 ? 'Ett försök' : `${tries} försök`} kvar. Gäller till ${until}.`,
  },
  contact: {
    olds: {
      'in-use': 'Den används, eller inget är sagt om den',
      lost: 'Den är förlorad',
      shared: 'Andra läser den',
      unsafe: 'Den är osäker',
    },
    lostHint: 'Inget skickas till den gamla adressen. Identiteten måste först vara starkt visad.',
  },
  posted: { open: 'Öppna brevet för utskrift', letter: (what) => `Att posta: ${what}` },
  freeze: { title: (system) => `Stoppa schemalagd gallring: ${system}` },
  proposal: {
    title: (what) => `För en andra person: ${what}`,
    by: (who, time) => `${who} föreslog det ${time}`,
    contactNow: (contact) => `Nu skriver vi till ${contact}. Vi skulle i stället skriva hit:`,
  },
  end: {
    how: 'Hur slutar det?',
    what: 'Vad som gjordes, och hur personen fick veta',
    wouldHelp: 'Vilka uppgifter som skulle hjälpa',
    company: 'Bolaget som svarar för sig',
    companyEmail: 'Dess adress för begäranden',
    estate: 'Vad avtalet ger dödsboet',
    estateHint: 'I hela meningar: de står i brevet.',
    confirmTitle: (how) => `Avsluta ärendet: ${how}?`,
    confirmText: 'Har personen ett brev att vänta skickas det genast.',
    confirm: 'Avsluta ärendet',
    notARequest: 'Det är ingen begäran',
    carriedOut: 'Anteckna vad som gjordes',
    carryOut: 'Utför det som begärs',
    carryOutText:
      'Systemet gör inte det här av sig självt. Gör det, berätta för personen (artikel 12.3) och anteckna båda.',
  },
  reopen: { until: (date) => `En återtagen begäran kan tas upp igen till och med ${date}.` },
  stop: {
    rights: {
      objection: 'Invändning mot direktmarknadsföring (artikel 21.2)',
      'consent-withdrawal': 'Återkallat samtycke (artikel 7.3)',
    },
  },
  breach: {
    rounds: (round) => (round === 1 ? 'Svaret' : `Komplettering ${round - 1}`),
    left: (hours) => (hours < 0 ? 'efter de 72 timmarna' : hours === 1 ? '1 timme kvar' : `${hours} timmar kvar`),
    notifyBy: (time) => `Myndigheten får anmälan senast ${time}.`,
  },
};
