import * as marks from './marks.ts';
import type { WordList } from './lexicon.ts';

/** English words that tell whether a word beside them is a name, and sensitive words. */
export const englishWords: readonly WordList[] = [
  {
    marks: marks.noName,
    words: `
      i you he she it we they me him her us them my your his its our their mine yours ours theirs this that these those
      a an the and or but nor so yet if when then there here who whom whose what which why how where while because since
      although though unless until before after during between against through within without about above below over under
      not never always often sometimes now already still soon today tomorrow yesterday tonight again also even only maybe
      perhaps however therefore thus hence moreover meanwhile otherwise instead besides is are was were be been being has
      have had do does did will would shall should can could may might must let please thanks thank sorry yes no ok okay
      hi hello welcome congratulations all any some none no one each every both many several few more most less least much
      little first second third last next previous latest new old good bad great big small whole half same other another
      as at by for from in into of off on onto out to up with via per re fwd fw ps nb fyi asap eta tbd tba n/a
      see read send sent call called email emailed contact ask asked talk talked meet met help helped book booked cancel
      cancelled order ordered pay paid invoice invoices account accounts customer customers case cases subject date time
      place meeting phone mobile tel mail address postcode city country attachment attachments note notes summary background
      action status follow follow-up comment message reply title page total sum amount vat price quantity item discount
      shipping delivery package parcel return returns refund complaint warranty
      monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
      january february march april june july august september october november december jan feb mar apr jun jul aug sep sept
      oct nov dec christmas easter midsummer ramadan eid diwali hanukkah new-year
      english swedish norwegian danish finnish german french spanish italian european american british irish scottish welsh
      dutch polish russian ukrainian turkish arabic persian chinese japanese indian african asian swede swedes
      christian muslim jewish hindu buddhist catholic internet web online website app
      according regarding concerning following attached enclosed dear best kind regards sincerely
      gdpr hr it ceo cfo cto dpo id no nr eu un us usa uk gbp eur usd sek covid covid-19 pdf csv
      team support service sales finance billing reception office department board company personnel staff management
      copy copies inform named namely spoke told phoned except including like than everything something nothing anything everyone someone anyone everybody somebody nobody anybody others
      when whenever whether once upon despite given considering apparently unfortunately fortunately obviously clearly
      actually finally firstly secondly lastly additionally furthermore similarly likewise
    `,
  },
  { marks: marks.greeting, words: 'hi hello dear hey greetings morning' },
  {
    marks: marks.closing,
    words: 'regards sincerely cheers faithfully yours best thanks wishes love xoxo respectfully cordially signed',
  },
  {
    marks: marks.title | marks.noName,
    words: `mr mrs ms miss mx dr doctor prof professor sir madam lord lady rev reverend father sister brother nurse
      judge detective officer captain sergeant attorney solicitor barrister principal coach dean imam rabbi pastor`,
  },
  {
    marks: marks.personWord | marks.otherPersonWord,
    words: `neighbour neighbor neighbours neighbors colleague colleagues coworker co-worker manager boss supervisor supervisors
      husband wife spouse partner ex-husband ex-wife ex-partner boyfriend girlfriend fiancé fiancée mother father mum mom dad
      mummy daddy parent parents son daughter child children kid kids brother sister sibling siblings uncle aunt nephew niece
      cousin cousins grandmother grandfather grandma grandpa grandson granddaughter stepfather stepmother friend friends
      roommate flatmate tenant landlord landlady student pupil teacher nurse doctor lawyer
      assistant intern secretary receptionist technician driver plumber electrician contractor representative agent advisor
      adviser caseworker clerk witness guardian trustee carer caregiver therapist counsellor counselor psychologist
      interpreter applicant claimant recipient sender buyer seller owner chairman chairwoman chairperson treasurer
      accountant handler contact guy woman man lady gentleman girl boy teammate classmate babysitter cleaner caretaker`,
  },
  {
    marks: marks.anyVerb,
    words: `is was has had came comes took takes let lets gave gives goes went will would can could does did should must got
      gets makes made keeps kept lost won used uses tried tries opened closed changed changes brought brings found finds
      looked looks waited waits turned turns started stopped needs needed picks sells buys pays orders leaves sends works
      put runs ran seemed seems became becomes received returns returned`,
  },
  {
    // They mean the person who asks more often than somebody else.
    marks: marks.personWord,
    words: 'customer customers client patient patients member user applicant',
  },
  {
    marks: marks.pronoun,
    words:
      'i you he she it we they me him her us them my his the a an no so to do go be by if or as ask see call tell let can are is was when then',
  },
  { marks: marks.otherPersonWord, words: 'he him his she her hers they them their theirs' },
  {
    marks: marks.personVerb,
    words: `called calls said says told tells wrote writes asked asks answered answers replied replies emailed emails mailed
      texted texts phoned rang wants wanted thinks thought believes believed claims claimed confirmed confirms sent left
      works worked lives lived moved paid bought sold ordered booked cancelled complained complains threatened hit lied stole
      saw sees heard hears remembers remembered knows knew promised promises helped helps met approved approves signed signs
      took gave died quit mentioned mentions suggested suggests noted notes reported reports informed explained explains
      agreed agrees refused refuses picked hoped hopes handled handles forgot collected visited spoke speaks insisted
      apologised apologized wishes wished`,
  },
  { marks: marks.beforePlace, words: 'in near outside around at across throughout' },
  {
    marks: marks.nameLabel,
    words: `name firstname lastname surname forename fullname full contact customer buyer seller owner holder account from to cc bcc
      attn attention recipient sender handler agent caseworker patient student pupil child guardian relative next-of-kin
      kin representative reference responsible participant participants attendees present member tenant signed signatory
      created updated author witness witnesses spouse partner beneficiary applicant co-applicant guarantor`,
  },
  {
    marks: marks.secretLabel,
    words: `password passwords passphrase passcode pwd passwd pin pin-code pincode login credentials secret api-key apikey token
      access-code door-code alarm-code code passcode key`,
  },
  {
    marks: marks.organisationWord,
    words: `ltd limited inc incorporated llc llp plc gmbh ag oy oyj asa as aps a/s bv nv sa srl spa corp corporation company co sons brothers
      group holding holdings partners bank insurance council university college school hospital clinic church mosque
      foundation trust association society institute agency authority department ministry court police club hotel
      restaurant store shop services solutions systems software consulting logistics street road avenue`,
  },
];

/** Beginnings of English words about health, belief, union membership, sexual life and crime (Art. 9, 10). */
export const englishBeginnings: readonly WordList[] = [
  {
    marks: marks.sensitiveWord,
    words: `cancer diagno diabet depress anxiet illness disease psychi mental-h therapy therapi addict alcoholi overdos
      epilep asthma allerg autis bipolar schizo dementia alzheim parkinson stroke heart-at tumour tumor hiv-pos aborti
      pregnan miscarri fertility wheelchair disabled disabilit burnout burned-out suicid self-harm anorex bulimi medicat
      antidepress surgery chemother radiother dialysis hepatit infection sick-leave sick-note transgender transsex
      homosex bisexu lesbian muslim islam christian catholic protestant jewish judaism buddh hindu atheis mosque
      synagog churchgo trade-union union-mem unionis unioniz strike- politic communis nazis fascis convict criminal prison
      arrest suspect charged rape raped assault drunk-dr ethnic asylum refugee`,
  },
];
