import type { CountryCode } from 'libphonenumber-js/max';
import { leastLetters, lookFor, type Matcher, type Sought } from '#domain/review/last-look/look-for.ts';
import { lengthOf } from '#domain/review/last-look/patterns.ts';
import { writtenValue } from './files/data-files.ts';
import { isZip, membersOf } from './zip/members.ts';
import { bytesOf, type Part, type RecordPart } from './parts.ts';

/** A record of a system. */
export interface RecordPlace {
  readonly system: string;
  readonly resource: string;
  readonly id: string;
}
/** A field of a record, or a document of it (the id of the attachment). */
export type Place = RecordPlace & ({ readonly field: string } | { readonly document: string });

/** Elsewhere in a record of this system. */
type InSystem = Pick<RecordPlace, 'system'>;

/** A value that staff masked or withheld, or an identifier of a record that they rejected. */
export interface LookedForValue extends Sought {
  /**
   * The fields that contained the value. A value with fewer than four letters and digits is searched in these fields
   * only.
   */
  readonly stoodIn: readonly Place[];
  /** The places where the value may remain, because staff decided so. */
  readonly mayStandIn: readonly Place[];
}

/** The input of the last look: the values that must not be in the package. */
export interface LookFor {
  readonly values: readonly LookedForValue[];
  /** The person's own values. A value inside one of them is no hit. */
  readonly own: readonly Sought[];
  /** The country of telephone numbers without a country code. */
  readonly region: CountryCode;
}

/** A file of the package that contains a value which must not be in it. A hit never contains the value. */
export interface Hit {
  /** The index of the value in `LookFor.values`. */
  readonly value: number;
  readonly path: string;
  /** The record whose field contains the value. Absent if the value is elsewhere in the file. */
  readonly record?: RecordPlace;
  readonly field?: string;
  /** The system, if the value is elsewhere in one of its records, such as in the id or in the title of a document. */
  readonly system?: string;
}

/** The list of hits ends here, because one hit is enough to stop the answer. */
const mostHits = 1000;

/** The files inside a larger zip are not searched, because the zip is held in memory. */
const mostOfZip = 32 * 1024 * 1024;

/** A value can begin up to this many bytes before the place where it is found. */
const reach = 2048;

/** A part of a file, with the place of its first byte and of the first byte after it. */
interface RecentPart {
  readonly part: Part;
  readonly from: number;
  readonly to: number;
  /**
   * The places of the values in this part, by the index of the value. They are computed when the first value is found
   * near this part.
   */
  places?: ReadonlyMap<number, readonly (Place | InSystem | 'elsewhere')[]>;
}

/** Searches a package for values while it is made (see `lookFor` for what is found, and what is not looked into). */
export class LastLook {
  private readonly all: Hit[] = [];
  private readonly keys = new Set<string>();
  private readonly matcher: Matcher;
  private readonly shortMatcher: Matcher;
  /** The values that are too short for `matcher`, by the field that contained them. */
  private readonly shortIn = new Map<string, Set<number>>();
  private readonly mayStand: readonly ReadonlySet<string>[];

  constructor({ values, own, region }: LookFor) {
    const isShort = ({ text }: Sought): boolean => lengthOf(text) < leastLetters;
    this.matcher = lookFor(values, { own, region });
    this.shortMatcher = lookFor(
      values.map((one) => (isShort(one) ? one : { text: '' })),
      { own, region, least: 1 },
    );
    for (const [value, one] of values.entries())
      for (const place of isShort(one) ? one.stoodIn : []) {
        const known = this.shortIn.get(keyOf(place)) ?? new Set();
        this.shortIn.set(keyOf(place), known.add(value));
      }
    this.mayStand = values.map(({ mayStandIn }) => new Set(mayStandIn.map(keyOf)));
  }

  /** Each value once for each file and field, in the order of the package; at most 1,000. */
  hits(): readonly Hit[] {
    return this.all;
  }

  /** Searches the path of a file. */
  path(path: string): void {
    for (const value of this.matcher.valuesIn(path)) this.hit({ value, path });
  }

  /** Searches the bytes of a file and passes them on. `document` is set if the file is a document of a record. */
  async *watch(
    path: string,
    parts: AsyncIterable<Part>,
    document?: Place,
    inside?: () => AsyncIterable<Uint8Array>,
  ): AsyncGenerator<Uint8Array, void> {
    let found: { readonly value: number; readonly at: number }[] = [];
    const scan = this.matcher.start((value, at) => found.push({ value, at }));
    let recent: RecentPart[] = [];
    let zip: Uint8Array[] | undefined;
    let size = 0;
    const settle = (): void => {
      if (found.length === 0) return;
      const [first] = found;
      recent = recent.filter(({ to }) => to > (first?.at ?? 0) - reach);
      for (const { value, at } of found)
        if (document === undefined) this.settle(path, value, at, recent);
        else if (this.mayStand[value]?.has(keyOf(document)) !== true) this.hit({ value, path });
      found = [];
    };
    for await (const part of parts) {
      const bytes = bytesOf(part);
      if (document === undefined) {
        recent = recent.filter(({ to }) => to > size - 2 * reach);
        recent.push({ part, from: size, to: size + bytes.length });
        if (isRecord(part) && this.shortIn.size > 0) this.lookForShort(path, part);
      } else if (size === 0 && isZip(bytes)) zip = [];
      size += bytes.length;
      if (size > mostOfZip) zip = undefined;
      zip?.push(bytes);
      scan.add(bytes);
      settle();
      yield bytes;
    }
    scan.end();
    for (const member of zip === undefined ? [] : membersOf(Buffer.concat(zip))) {
      const inside = this.matcher.start((value) => found.push({ value, at: size }));
      inside.add(member);
      inside.end();
    }
    if (inside !== undefined) {
      const within = this.matcher.start((value) => found.push({ value, at: size }));
      for await (const piece of inside()) within.add(piece);
      within.end();
    }
    settle();
  }

  /**
   * Decides whether a found value is a hit. It is one if it stands at a place where it may not remain, or if no single
   * part contains the whole value.
   */
  private settle(path: string, value: number, at: number, recent: readonly RecentPart[]): void {
    const near = recent.filter(({ from, to }) => from <= at && to > at - reach);
    const places = near.flatMap((part) => (part.places ??= this.placesIn(part.part)).get(value) ?? []);
    // If no single part contains the whole value, the value extends over several parts. No decision of staff allows a
    // value to remain in this way.
    for (const place of places.length === 0 ? (['elsewhere'] as const) : places)
      if (place === 'elsewhere') this.hit({ value, path });
      else if (!isPlace(place)) this.hit({ value, path, system: place.system });
      else if (this.mayStand[value]?.has(keyOf(place)) !== true) this.hit({ value, path, ...inField(place) });
  }

  /** The places of the values in a part of a file. */
  private placesIn(part: Part): ReadonlyMap<number, readonly (Place | InSystem | 'elsewhere')[]> {
    const places = new Map<number, (Place | InSystem | 'elsewhere')[]>();
    const add = (text: string, place: Place | InSystem | 'elsewhere'): void => {
      for (const value of this.matcher.valuesIn(text)) places.set(value, [...(places.get(value) ?? []), place]);
    };
    if (typeof part === 'string') add(part, 'elsewhere');
    else if (isRecord(part)) {
      const { system, record } = part;
      const { resource, id } = record;
      for (const { name: field, content } of record.fields)
        add(JSON.stringify(writtenValue(content)), { system, resource, id, field });
      add(
        JSON.stringify([
          id,
          record.partOf,
          record.fields.map(({ name, title }) => [name, title]),
          record.documents.map(({ path, attachment }) => [path, attachment.title, attachment.mediaType]),
        ]),
        { system },
      );
    }
    return places;
  }

  private lookForShort(path: string, { system, record }: RecordPart): void {
    const { resource, id } = record;
    for (const { name: field, content } of record.fields) {
      const place = { system, resource, id, field };
      const values = this.shortIn.get(keyOf(place));
      if (values === undefined) continue;
      for (const value of this.shortMatcher.valuesIn(JSON.stringify(writtenValue(content))))
        if (values.has(value) && this.mayStand[value]?.has(keyOf(place)) !== true)
          this.hit({ value, path, ...inField(place) });
    }
  }

  private hit(hit: Hit): void {
    const key = JSON.stringify(hit);
    if (this.all.length >= mostHits || this.keys.has(key)) return;
    this.keys.add(key);
    this.all.push(hit);
  }
}

function isRecord(part: Part): part is RecordPart {
  return typeof part !== 'string' && 'record' in part;
}

function isPlace(place: Place | InSystem): place is Place {
  return 'field' in place || 'document' in place;
}

function inField(place: Place): Pick<Hit, 'record' | 'field'> {
  const { system, resource, id } = place;
  return { record: { system, resource, id }, ...('field' in place ? { field: place.field } : {}) };
}

function keyOf(place: Place): string {
  const { system, resource, id } = place;
  const within = 'field' in place ? ['field', place.field] : ['document', place.document];
  return JSON.stringify([system, resource, id, ...within]);
}
