import type { EvidenceList, EvidenceRecord } from '#api/evidence.ts';
import { searchOf, type OpenedCase, type Search } from '#domain/case/state.ts';
import { besidePerson, type KnownOfPerson, type Told } from '#domain/evidence/beside-person.ts';
import { annotationOf, resourceOf, type Field, type Resource } from '#domain/findings/annotation.ts';
import type { FindingsPage, HeldIdentifier, RecordKey } from '#domain/findings/finding.ts';
import { isOfOneSystem, knowledgeIn } from '#domain/findings/knowledge.ts';
import { whoseBy, type WhoseRecord } from '#domain/findings/whose.ts';
import { identifierText, type Identifier } from '#domain/identifiers/identifier.ts';
import { mask } from '#domain/identifiers/mask.ts';
import type { JsonObject } from '#domain/json.ts';
import { languageFor } from '#domain/language.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import { controllerOf } from '#domain/organisation/scope.ts';
import { isEmpty } from '#domain/presentation/empty.ts';
import { present } from '#domain/presentation/present.ts';
import { textOf, type Reader } from '#domain/presentation/shown.ts';
import { fieldTitle, recordTitle } from '#domain/presentation/titles.ts';
import type { Findings } from '#store/findings.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { AcceptsOf } from '../search/accepts-of.ts';
import { pagesThatCount } from '../search/case-standings.ts';
import { knownIdentifiers } from '../search/known-identifiers.ts';
import type { ResourcesOf } from '../search/resources-of.ts';

/** What is needed to read the evidence. */
export interface EvidenceMeans {
  readonly findings: Findings;
  readonly resources: ResourcesOf;
  readonly accepts: AcceptsOf;
  /** Reads the description of the organisation that has this hash (SHA-256). */
  organisationAt(hash: string): Promise<Organisation>;
}

/** The maximum number of records that are shown for each identifier. The first few are enough to judge by. */
const mostRecords = 5;
/** The maximum number of stored pages that are read. A response must not take longer than half a minute. */
const mostPages = 300;
/** The maximum number of records of the person whose names and addresses are compared with those of another record. */
const mostOfPersons = 20;

type System = Organisation['systems'][number];

/** A record that a search returned and that contains identifiers. */
interface Witness {
  readonly key: string;
  readonly system: System;
  readonly resource: Resource;
  readonly record: RecordKey;
  readonly standing: EvidenceRecord['standing'];
  readonly held: readonly HeldIdentifier[];
  readonly told: Told;
}

/**
 * The learned identifiers of a case with these keyed hashes, each with the first records that contain it. The facts in
 * these records are compared with what the person stated and proved, and with the other records that a proven identifier
 * ties to the person.
 */
export async function identifierEvidence(
  means: EvidenceMeans,
  state: OpenedCase,
  profile: SubjectProfile,
  hashes: readonly string[],
): Promise<EvidenceList['identifiers']> {
  const { common } = state;
  const search = searchOf(state);
  if (search === undefined) return [];
  const organisation = await means.organisationAt(common.facts.organisation);
  const { timeZone } = controllerOf(organisation, common.facts.controller);
  const reader = { language: languageFor(common.facts.language), timeZone };
  const learned = search.learned.flatMap(({ identifier: { hash }, system }) => {
    const value = profile.identifiers[hash];
    return value === undefined || !hashes.includes(hash)
      ? []
      : [{ hash, value, system, witnesses: new Map<string, Witness>() }];
  });
  const isIn = (one: (typeof learned)[number], system: string, held: readonly Identifier[]): boolean =>
    (!isOfOneSystem(one.value.kind) || one.system === system) &&
    held.some((other) => identifierText(other) === identifierText(one.value));

  const proven = knownIdentifiers(common, { ...search, learned: [] }, profile, search.wave);
  const own: Witness[] = [];
  let pages = 0;
  let isWhole = true;
  for (const searched of search.systems) {
    const system = organisation.systems.find(({ id }) => id === searched.id);
    if (system === undefined) throw new Error(`the system ${searched.id} is not part of the organisation`);
    const kinds = means.resources(system);
    const byProof = whoseBy(knowledgeIn(proven, system.id));
    for await (const page of pagesThatCount(means.findings, common.caseId, searched)) {
      pages += 1;
      if (pages > mostPages) {
        isWhole = false;
        break;
      }
      for (const witness of witnessesOn(page, system, (name) => resourceOf(kinds, name), reader)) {
        if (own.length < mostOfPersons && isOwn(byProof, witness)) own.push(witness);
        for (const one of learned)
          if (one.witnesses.size <= mostRecords && isIn(one, system.id, witness.held))
            one.witnesses.set(witness.key, witness);
      }
    }
  }
  return learned.map(({ hash, value, system, witnesses }) => ({
    identifier: hash,
    records: [...witnesses.values()]
      .slice(0, mostRecords)
      .map((witness) => shown(witness, value, knownBeside(witness, own, profile, proven.verified))),
    more: !isWhole || witnesses.size > mostRecords,
    searches: searchedBy(means, organisation, search, { kind: value.kind, system }),
  }));
}

/** The titles of the systems in which an identifier of this kind is searched once it is accepted. */
function searchedBy(
  { accepts }: Pick<EvidenceMeans, 'accepts'>,
  { systems }: Organisation,
  { systems: searched }: Search,
  { kind, system }: Pick<Identifier, 'kind'> & { readonly system: string },
): System['title'][] {
  return systems
    .filter(({ id }) => searched.some((one) => one.id === id) && (!isOfOneSystem(kind) || id === system))
    .filter((one) => accepts(one).includes(kind))
    .map(({ title }) => title);
}

/**
 * The records of a page from a connector. A record that staff entered by hand has no identifiers, so it is left out.
 */
function witnessesOn(
  page: FindingsPage,
  system: System,
  resource: (name: string) => Resource,
  reader: Reader,
): readonly Witness[] {
  if (page.wave === 0) return [];
  const witness =
    (standing: Witness['standing']) =>
    (
      record: RecordKey & { readonly data: JsonObject; readonly identifiers: readonly HeldIdentifier[] },
    ): readonly Witness[] => {
      if (record.identifiers.length === 0) return [];
      const kind = resource(record.resource);
      return [
        {
          key: JSON.stringify([system.id, record.resource, record.id]),
          system,
          resource: kind,
          record,
          standing,
          held: record.identifiers,
          told: {
            name: said('name', kind, record.data, reader),
            address: said('address', kind, record.data, reader),
            identifiers: record.identifiers.map(({ kind: of, value }) => ({ kind: of, value })),
          },
        },
      ];
    };
  return [
    ...page.findings.flatMap(witness('belongs')),
    ...page.disputed.flatMap(witness('disputed')),
    ...page.possible.flatMap(witness('possible')),
  ];
}

/**
 * The text of the fields of a record that contain the name, or the address (`what`); `null` if they are empty. A text
 * that another one contains is left out.
 */
function said(what: Field['tells'], resource: Resource, data: JsonObject, reader: Reader): string | null {
  const texts = Object.keys(resource.fields).flatMap((name) => {
    const value = Object.hasOwn(data, name) ? (data[name] ?? null) : null;
    const field = annotationOf(resource, name);
    return field?.tells !== what || isEmpty(value) ? [] : [textOf(present(value, field, reader)).trim()];
  });
  const whole = [...new Set(texts)].filter((text) => !texts.some((other) => other !== text && other.includes(text)));
  return whole.length === 0 ? null : whole.join(what === 'address' ? ', ' : ' ');
}

/** Whether the record belongs to the person by an identifier that the person proved and that names only one person. */
function isOwn(byProof: WhoseRecord, { standing, held }: Witness): boolean {
  if (standing !== 'belongs') return false;
  const told = byProof.whose({ identifiers: held });
  return told.says === 'the-person' && told.as === 'own';
}

/**
 * What is known of the person from other sources than this record. If other systems, or the person, say something, the
 * other records of the same system do not count: somebody who uses the person's address there can have left several
 * records, and these would then confirm each other.
 */
function knownBeside(
  { key, system }: Witness,
  own: readonly Witness[],
  { names, claimed, contact, contacts }: SubjectProfile,
  verified: readonly Identifier[],
): KnownOfPerson {
  const others = own.filter((one) => one.key !== key);
  const elsewhere = others.filter((one) => one.system.id !== system.id);
  const known = (what: 'name' | 'address', stated: readonly string[]): readonly string[] => {
    const independent = [...stated, ...elsewhere.flatMap(({ told }) => told[what] ?? [])];
    return independent.length > 0 ? independent : others.flatMap(({ told }) => told[what] ?? []);
  };
  const points = [contact, ...Object.values(contacts)];
  return {
    names: known('name', names),
    addresses: known(
      'address',
      points.flatMap(({ kind, value }) => (kind === 'postalAddress' ? [value] : [])),
    ),
    identifiers: [...claimed, ...verified],
  };
}

/** Shows a record that contains the identifier `of`. */
function shown(
  { system, resource, record, standing, held, told }: Witness,
  of: Identifier,
  person: KnownOfPerson,
): EvidenceRecord {
  const isIt = (one: Identifier): boolean => identifierText(one) === identifierText(of);
  const { name, address, identifiers } = besidePerson(
    { ...told, identifiers: told.identifiers.filter((one) => !isIt(one)) },
    person,
  );
  const fields = new Set(held.filter(isIt).map(({ field }) => field));
  return {
    system: system.id,
    systemTitle: system.title,
    title: recordTitle(resource, record.id),
    fields: [...fields].flatMap((one) => {
      const field = annotationOf(resource, one);
      return field === undefined ? [] : [fieldTitle(resource, one, field)];
    }),
    standing,
    name,
    address,
    identifiers: identifiers.map(({ identifier, compared }) => ({
      kind: identifier.kind,
      masked: mask(identifier),
      compared,
    })),
  };
}
