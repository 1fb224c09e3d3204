import type { Phrasebook } from './phrasebook.ts';

const self =
  '(über mich|zu mir|von mir|zu meiner person|über meine person|mich betreffend*|meiner person|bezüglich meiner person)';
const data = '(daten|personenbezogene*|angaben|informationen|alles|was|welche|alle|das)';
const own = '(meine|meiner|meinen) ~2 (daten|angaben|informationen|kundendaten|personendaten)';
const whole = `(${data} ~ ${self}|${own})`;
const ask =
  '(möchte|will|verlangt|beantragt|bittet|wünscht|wünsche|bitte|verlange|fordere|beantrage|ersuche|hätte gern*|hiermit|können sie|könnten sie|würde gern*|würde ich|ich bitte|wollte|bitten)';
const get =
  '(auskunft|wissen|erfahren|erhalten|bekommen|sehen|einsehen|einsicht|kopie|kopien|senden|schicken|übersenden|zusenden|zuschicken|mitteilen|zukommen|übermitteln|zugang|teilen sie mir|geben sie mir)';
const held = `(mich aus|(meine|meiner|meinen|mein|meines) ~3 (daten|konto|kundenkonto|nutzerkonto|benutzerkonto|angaben|profil|account|informationen|kundendaten|adresse|telefonnummer|fotos)|(alle|alles|angaben|daten|informationen|was) ~ ${self})`;
const correctable =
  '(name|namen|nachname|nachnamen|vorname|vornamen|adresse|anschrift|geburtsdatum|telefonnummer|e-mail-adresse|daten|angaben|schreibweise|personenbezogene*)';
const advertising =
  '(werbung|werbemails|werbe-mails|newsletter*|direktwerbung|werbezwecke*|werbesendungen|angebote|werbeanrufe|marketing*)';

/** German. */
export const german: Phrasebook = {
  language: 'de',
  negations: ['nicht', 'keine', 'kein', 'keinesfalls', 'niemals', 'nie', 'keinen'],
  undoing: ['nur', 'bloß', 'mehr', 'länger', 'allein'],
  asksHow: ['wie', 'wann', 'warum', 'wieso', 'müssen', 'wer', 'wo', 'muss'],
  howOneself: 'wie (ich|man|wir|kann ich)',
  everybody: ['(alle*|sämtliche*|anderen|übrigen) ~1 (kunden|nutzer*|benutzer*|mitarbeiter*|mitglieder*|personen)'],
  otherDeeds: [
    'lösch',
    'gelöscht',
    'entfern',
    'berichtig',
    'korrigier',
    'änder',
    'geänder',
    'sperr',
    'gesperrt',
    'einschränk',
    'aktualisier',
  ],
  gets: get,
  copies: '(kopie|kopien|auskunft|einsicht)',
  clauses: '(?:dann |danach )?(dass|ich|sie|möchte|will)',
  lists: ['newsletter*', 'verteiler*', 'mailingliste*', 'werbe*', 'e-mail-liste*'],
  correctable: [correctable],
  rights: {
    access: [
      `${ask} ~ ${get} ~ ${whole}`,
      `${ask} ~ ${whole} ~ ${get}`,
      `(teilen sie mir|senden sie mir|schicken sie mir|geben sie mir|nennen sie mir|übermitteln sie mir|erteilen sie mir) ~ (${whole}|auskunft)`,
      `welche ~4 (daten|informationen|angaben) ~ ${self}`,
      `was ~4 (gespeichert|wissen|haben|speichern) ~4 ${self}`,
      `was ~4 ${self} ~3 (gespeichert|wissen|haben|speichern|gesammelt)`,
      `(haben|speichern|verarbeiten) sie ~4 (daten|informationen|angaben) ~4 ${self}`,
      'auskunft ~ (gespeichert*|dsgvo|datenschutz*|personenbezogen*|art 15|artikel 15)',
      '(bitte|bitten|beantrage|verlange|begehre|fordere|wünsche) ~3 (auskunft nach|auskunft gemäß|selbstauskunft|datenauskunft|datenkopie)',
    ],
    rectification: [
      `(berichtigen|korrigieren|ändern|aktualisieren) sie ~3 (meine|meinen|mein|den|das|die) ~3 ${correctable}`,
      `(meine|meinen|mein) ~2 ${correctable} ~ (berichtigen|korrigieren|berichtigt|korrigiert|zu ändern|geändert|aktualisieren)`,
      '(berichtigung|korrektur) (meiner|meines|der|des|von) ~3',
      `(mein|meine) ~2 ${correctable} ~3 ist ~3 (falsch|fehlerhaft|unrichtig|veraltet)`,
      `${correctable} ~2 ist ~3 (falsch geschrieben|fehlerhaft|unrichtig)`,
    ],
    erasure: [
      `(löschen|löscht|entfernen|entfernt|vernichten|lösch|entferne) ~5 ${held}`,
      `${ask} ~ ${held} ~ (löschen|gelöscht|entfernen|entfernt|zu löschen|vernichten|löscht)`,
      `${held} (?:bitte |sind |müssen )~4 (löschen|gelöscht|zu löschen)`,
      `(löschung|entfernung) ~4 ${held}`,
      `${ask} ~4 (löschung|vergessenwerden|vergessen werden)`,
    ],
    restriction: [
      '(einschränkung|beschränkung) der ~2 (verarbeitung|nutzung|datenverarbeitung)',
      '(einschränken|einzuschränken|eingeschränkt|sperren|gesperrt|einfrieren|beschränken|sperrung) ~5 (verarbeitung|daten|nutzung)',
      '(verarbeitung|daten|nutzung) ~6 (einschränken|einzuschränken|einfrieren|eingeschränkt|beschränken|zu sperren|sperren|gesperrt)',
      'schränken sie ~5 verarbeitung',
    ],
    portability: [
      '(datenübertragbarkeit|datenportabilität)',
      '(maschinenlesbar*|strukturierten ~2 gängigen)',
      '(übertragen|übertragung|übermitteln|mitnehmen) ~6 (daten) ~6 (anderen anbieter|neuen anbieter|andere firma)',
      'daten ~6 (anderen anbieter|neuen anbieter) ~3 (übertragen|übermitteln|mitnehmen|zu übertragen)',
    ],
    'consent-withdrawal': [
      '(widerrufe|widerruf|widerrufen|zurückziehen|zurücknehmen) ~6 (einwilligung*|zustimmung*|einverständnis*)',
      '(einwilligung*|zustimmung*|einverständnis*) ~8 (widerrufe|widerrufen|zurück|zurückziehen|zurücknehmen|widerruf)',
    ],
  },
  correctIt: ['(berichtigen|korrigieren) sie ~1 (das|dies|diese|beides|ihn|es|sie)'],
  objection: [
    '(widerspreche|widerspruch|widersprechen) ~5 (verarbeitung|nutzung|verwendung|profiling|daten|datenverarbeitung)',
  ],
  marketing: [
    `(widerspreche|widerspruch|widersprechen) ~8 ${advertising}`,
    `(keine|keinen|nicht mehr|keinerlei) ~4 ${advertising}`,
    `${advertising} ~3 (abbestellen|abmelden|abbestellt|kündigen)`,
    `(melden|meldet|nehmen|streichen) ~3 mich ~4 (newsletter*|verteiler*|mailingliste*)`,
    `(stoppen|beenden|unterlassen) sie ~5 ${advertising}`,
  ],
  names: {
    access: [
      '(auskunftsersuchen|auskunftsantrag|datenauskunft|selbstauskunft|auskunft nach art*|auskunft gemäß art*|dsgvo-auskunft|auskunft dsgvo)',
    ],
    erasure: ['(löschung|löschantrag|datenlöschung|löschung meiner daten)'],
    rectification: ['(berichtigung|berichtigungsantrag)'],
    portability: ['datenübertragbarkeit'],
  },
  ask,
  mentions: [
    own,
    `(daten|angaben|informationen) ~3 ${self}`,
    '(lösch*|schließ*|kündig*) ~3 mein ~1 (konto|kundenkonto|profil)',
    'mein ~1 (konto|kundenkonto|profil) ~4 (gelöscht|löschen|schließen)',
  ],
  legal: ['(dsgvo|ds-gvo|datenschutz*|personenbezogen*|auskunftsrecht|betroffenenrecht*)'],
  firstPerson: ['ich', 'mich', 'mir', 'mein', 'meine', 'meiner', 'meinen'],
  client: [
    ['(meiner mandantin|meines mandanten|unserer mandantin|unseres mandanten)', 'meiner person'],
    ['(seine|ihre|seiner|ihrer)', 'meine'],
    ['(ihn|sie) (gespeichert|haben|speichern)', 'mich gespeichert'],
    ['(mein mandant|meine mandantin)', 'ich'],
  ],
  second: {
    joins: 'und|aber|sowie',
    around:
      'dann|danach|anschließend|nachher|zuletzt|schließlich|bitte|auch|ebenfalls|sofort|umgehend|unverzüglich|endgültig|dauerhaft|vollständig|danke|dass sie|ich möchte dass sie|möchte ich dass sie|ich bitte sie|bitte ich sie|können sie|könnten sie|wenn sie fertig sind|sobald ich (?:sie|es|die kopie|alles) (?:habe|erhalten habe)|(?:aus|in) ihren (?:systemen|datenbanken|registern)|bei ihnen',
    deeds:
      'löschen sie|entfernen sie|vernichten sie|berichtigen sie|korrigieren sie|ändern sie|aktualisieren sie|sperren sie|(?:dann|danach|anschließend) (?:bitte )?(?:alles|diese|sie) (?:löschen|zu löschen)',
    before: 'bevor|ehe',
    everything:
      'alles|das alles|dies alles|alle daten|die daten|sämtliche daten|alle diese daten|diese daten|alle angaben',
    it: 'sie|es|diese|dies',
    erase: [
      '(löschen|entfernen|vernichten) sie _ %',
      'lösch _ %',
      '(?:möchte ich |ich möchte |will ich |ich will |zu )?_ % _ (?:zu )?(löschen|entfernen|vernichten)',
      '(möchte ich|ich möchte|will ich|ich will|verlange ich|ich verlange) _ dass _ % _ gelöscht (wird|werden)',
    ],
    copyFirst: [
      '(senden|schicken|geben) sie mir _ (zuerst|zuvor|vorher) _ eine kopie',
      '(senden|schicken|geben) sie mir _ eine kopie (?:davon )?(zuerst|zuvor|vorher)',
      '(senden|schicken|geben) sie mir _ eine kopie davon',
    ],
    wonders: '(wie|ob|wenn ich|falls|selbst)',
  },
  listed: undefined,
  words: {
    access: ['auskunft', 'datenkopie'],
    rectification: ['berichtig*'],
    erasure: ['löschen', 'löschung', 'gelöscht'],
    restriction: ['einschränkung'],
    portability: ['datenübertragbarkeit', 'maschinenlesbar*'],
    objection: ['widerspreche', 'widerspruch'],
    'consent-withdrawal': ['widerrufe'],
  },
};
