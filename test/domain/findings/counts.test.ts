import { describe, expect, it } from 'vitest';
import type { HeldIdentifier, KeptTie, RecordKey } from '#domain/findings/finding.ts';
import type { Knowledge } from '#domain/findings/knowledge.ts';
import { countsBy, type PageEvidence } from '#domain/findings/counts.ts';
import { standings } from '#domain/findings/standing.ts';
import type { Identifier, IdentifierKind } from '#domain/identifiers/identifier.ts';
import type { Weight } from '#domain/identifiers/weight.ts';

const email: Identifier = { kind: 'email', value: 'asa@x.example' };
const phone: Identifier = { kind: 'phone', value: '+46701740610' };
const mine: Identifier = { kind: 'personnummer', value: '189001019802' };
const bos: Identifier = { kind: 'personnummer', value: '198012312388' };
const bosEmail: Identifier = { kind: 'email', value: 'bo@z.example' };

const holds = (weight: Weight, { kind, value }: Identifier): HeldIdentifier => ({ kind, value, weight, field: 'f' });
/** The counts of the pages of one system. */
function tally(pages: readonly PageEvidence[], knowledge: Knowledge) {
  const { look, together } = standings(knowledge);
  for (const page of pages) look('crm', page);
  const counts = countsBy(together()('crm'));
  for (const page of pages) counts.add(page);
  return { wave: counts.wave, taught: counts.taught() };
}
const key = (id: string): RecordKey => ({ resource: 'card', id });

function finding(id: string, as: KeptTie['as'], identifiers: readonly HeldIdentifier[], partOf?: string) {
  const tie: KeptTie = as === 'own' || as === 'contact' ? { as, by: [] } : { as };
  return {
    ...key(id),
    identifiers: [...identifiers],
    tie,
    partOf: partOf === undefined ? null : key(partOf),
    documents: 1,
    isUnread: false,
  };
}
function page(findings: PageEvidence['findings'], more: Partial<PageEvidence> = {}): PageEvidence {
  return { wave: 1, learned: [], findings, unread: [], disputed: [], possible: [], unplaced: [], ...more };
}
const known = (verified: readonly Identifier[], rejected: readonly Identifier[] = []): Knowledge => ({
  verified,
  rejected,
});
const taught = (one: Identifier, kind: IdentifierKind = one.kind) =>
  ({ kind, value: one.value, weight: 'own', disputed: false }) as const;

describe('The counts of a search', () => {
  const own = finding('1', 'own', [holds('own', email)]);
  const part = finding('2', 'part', [], '1');
  const partOfPart = finding('3', 'part', [], '2');
  const second = finding('4', 'own', [holds('own', phone)]);
  const partOfSecond = finding('5', 'part', [], '4');
  const partOfThat = finding('6', 'part', [], '5');

  it('contain each record once, in the wave that found it first, with its documents', () => {
    const pages = [
      page([own, part, partOfPart], { possible: [key('8')] }),
      page([own, second], { wave: 2, possible: [key('8'), key('4')] }),
    ];
    const counted = tally(pages, known([email, phone]));
    expect(counted.wave(1)).toEqual({
      records: 3,
      files: 3,
      unread: 0,
      possible: 1,
      disputed: 0,
      resources: [{ resource: 'card', records: 3, files: 3 }],
    });
    expect(counted.wave(2)).toMatchObject({ records: 1, files: 1, possible: 0, disputed: 0 });
  });

  it('lose what only a rejected identifier tied, with its parts and their parts, and nothing else', () => {
    const pages = [page([own, part, partOfPart]), page([second, partOfSecond, partOfThat], { wave: 2 })];
    const counted = tally(pages, known([email], [phone]));
    expect(counted.wave(1)).toMatchObject({ records: 3 });
    expect(counted.wave(2)).toMatchObject({ records: 0, files: 0, possible: 1, disputed: 0, resources: [] });
    // Another verified identifier in it is enough.
    const both = finding('4', 'own', [holds('own', phone), holds('own', email)]);
    expect(tally([page([both, partOfSecond], { wave: 2 })], known([email], [phone])).wave(2)).toMatchObject({
      records: 2,
    });
  });

  it('lose a record that a later wave contradicts', () => {
    const numbered = finding('1', 'own', [holds('own', email), holds('own', bos)]);
    expect(tally([page([numbered, part])], known([email])).wave(1)).toMatchObject({ records: 2, disputed: 0 });
    expect(tally([page([numbered, part])], known([email, mine])).wave(1)).toMatchObject({
      records: 0,
      disputed: 1,
      possible: 0,
    });
  });

  it('lose two records with different personnummer, if nobody knows which is right', () => {
    const asa = finding('1', 'own', [holds('own', email), holds('own', mine)]);
    const bo = finding('7', 'own', [holds('own', email), holds('own', bos)]);
    const plain = finding('9', 'own', [holds('own', email)]);
    const pages = [page([asa, part, bo, plain])];
    expect(tally(pages, known([email])).wave(1)).toMatchObject({ records: 1, disputed: 2 });
    expect(tally(pages, known([email, mine])).wave(1)).toMatchObject({ records: 3, disputed: 1 });
    expect(tally(pages, known([email], [bos])).wave(1)).toMatchObject({ records: 3, disputed: 1 });
  });

  it('keep the record that its own address ties, and lose one with another personnummer that only a contact ties', () => {
    const asa = finding('1', 'own', [holds('own', email), holds('own', mine)]);
    const bo = finding('7', 'contact', [holds('contact', email), holds('own', bos)]);
    for (const pages of [[page([asa, part, bo])], [page([bo]), page([asa, part], { wave: 2 })]]) {
      const counted = tally(pages, known([email]));
      expect(counted.wave(pages.length)).toMatchObject({ records: 2 });
      expect(counted.wave(1).disputed).toBe(1);
    }
    // Staff say that the personnummer in the person's own record is not theirs, and say nothing about Bo's.
    expect(tally([page([asa, part, bo])], known([email], [mine])).wave(1)).toMatchObject({ records: 0, disputed: 2 });
  });

  it('treat records with a common own address as one person’s', () => {
    const mail = (name: string): HeldIdentifier => holds('own', { kind: 'email', value: `${name}@x.example` });
    const card = (id: string, ...names: readonly string[]) =>
      finding(id, 'contact', [holds('contact', phone), ...names.map(mail)]);
    const persons = finding('p', 'own', [holds('own', mine), mail('a')]);
    const counts = (...some: readonly ReturnType<typeof card>[]) =>
      tally([page([persons, ...some])], known([phone, mine])).wave(1);
    expect(counts(card('1', 'a', 'b'), card('2', 'a'))).toMatchObject({ records: 3, disputed: 0 });
    expect(counts(card('1', 'a'), card('2', 'b'), card('3', 'b', 'a'))).toMatchObject({ records: 3, disputed: 1 });
    expect(counts(card('1', 'a', 'b'), card('2', 'c'))).toMatchObject({ records: 2, disputed: 1 });
    expect(counts(card('2', 'c'), card('3', 'c'))).toMatchObject({ records: 1, disputed: 2 });
  });

  it('do not decide by a telephone number alone between two people who share it', () => {
    const asa = finding('1', 'contact', [holds('contact', phone), holds('own', email)]);
    const bo = finding('7', 'contact', [holds('contact', phone), holds('own', bosEmail)]);
    expect(tally([page([asa])], known([phone])).wave(1)).toMatchObject({ records: 1, disputed: 0 });
    expect(tally([page([bo])], known([phone, mine])).wave(1)).toMatchObject({ records: 0, disputed: 1 });
    expect(tally([page([asa, bo])], known([phone])).wave(1)).toMatchObject({ records: 0, disputed: 2 });
    expect(tally([page([asa, bo])], known([phone], [bosEmail])).wave(1)).toMatchObject({ records: 1, disputed: 1 });
    expect(tally([page([asa, bo])], known([phone, email])).wave(1)).toMatchObject({ records: 1, disputed: 1 });
  });

  it('contain what staff entered and what the first version of the pages contained', () => {
    const pages = [page([finding('1', 'written', []), finding('2', 'unsaid', []), finding('3', 'unsaid', [], '2')])];
    expect(tally(pages, known([email], [phone])).wave(1)).toMatchObject({ records: 3 });
  });

  it('teach an identifier as disputed if the records that contain it no longer belong', () => {
    const numbered = finding('1', 'own', [holds('own', email), holds('own', bos)]);
    const pages = [page([numbered], { learned: [taught(bos), { ...taught(phone), disputed: true }] })];
    expect(tally(pages, known([email])).taught.map(({ disputed }) => disputed)).toEqual([false, true]);
    expect(tally(pages, known([email, mine])).taught.map(({ disputed }) => disputed)).toEqual([true, true]);
    const first = [page([finding('1', 'unsaid', [])], { learned: [taught(bos)] })];
    expect(tally(first, known([email])).taught).toEqual([taught(bos)]);
  });
});
