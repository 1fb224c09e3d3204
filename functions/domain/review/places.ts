import { reviewRuleSchema, type ReviewRule } from './by-rule.ts';
import { digitsFor, placesOf, type SheetPlaces } from './sheet-index.ts';

/** Where one item stands: see `sheetPlacesSchema`. */
export interface Place {
  readonly id: string;
  readonly version: string;
  readonly system: number;
  readonly kind: number;
  readonly rule: ReviewRule | null;
  readonly page: number;
  readonly row: number;
}

const rules = reviewRuleSchema.options;
const idBytes = 16;
const versionBytes = 8;
const bytesEach = idBytes + versionBytes + 13;

/**
 * Collects the places of the items while a sheet is made. There can be a million items, and the list is complete only
 * when the last of them is known. So an item takes only 37 bytes.
 */
export class Places {
  size = 0;
  private bytes = Buffer.alloc(bytesEach * 1024);

  add({ id, version, system, kind, rule, page, row }: Place): void {
    const at = this.size * bytesEach;
    if (at === this.bytes.length) this.bytes = Buffer.concat([this.bytes, Buffer.alloc(at)]);
    this.bytes.write(id, at, 'hex');
    this.bytes.write(version, at + idBytes, 'hex');
    let next = this.bytes.writeUInt16LE(system, at + idBytes + versionBytes);
    next = this.bytes.writeUInt32LE(kind, next);
    next = this.bytes.writeUInt8(rule === null ? 0 : rules.indexOf(rule) + 1, next);
    next = this.bytes.writeUInt32LE(page, next);
    this.bytes.writeUInt16LE(row, next);
    this.size += 1;
  }

  /** Yields the stored form: each group of places, with the digits that its ids begin with. */
  *groups(): Generator<{ readonly digits: string; readonly places: SheetPlaces }, void, undefined> {
    const placeDigits = digitsFor(this.size);
    const groups = new Map<string, number[]>();
    for (let number = 0; number < this.size; number += 1) {
      const digits = placesOf({ placeDigits }, this.at(number).id);
      const group = groups.get(digits);
      if (group === undefined) groups.set(digits, [number]);
      else group.push(number);
    }
    for (const [digits, numbers] of [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)))
      yield {
        digits,
        places: {
          v: 1,
          items: Object.fromEntries(
            numbers.map((number) => {
              const { id, version, system, kind, rule, page, row } = this.at(number);
              return [id, [version, system, kind, rule, page, row]];
            }),
          ),
        },
      };
  }

  private at(number: number): Place {
    const at = number * bytesEach;
    const numbers = at + idBytes + versionBytes;
    return {
      id: this.bytes.toString('hex', at, at + idBytes),
      version: this.bytes.toString('hex', at + idBytes, numbers),
      system: this.bytes.readUInt16LE(numbers),
      kind: this.bytes.readUInt32LE(numbers + 2),
      rule: rules[this.bytes.readUInt8(numbers + 6) - 1] ?? null,
      page: this.bytes.readUInt32LE(numbers + 7),
      row: this.bytes.readUInt16LE(numbers + 11),
    };
  }
}
