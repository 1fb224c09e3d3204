import { hash } from 'node:crypto';

const words = 4;

/**
 * A set that keeps only 16 bytes of hash for each text, in one typed array. A `Set` of the same hashes takes several
 * times the memory, and a person can have very many records.
 */
export class Seen {
  size = 0;
  private capacity = 1024;
  private table = new Uint32Array(this.capacity * words);

  /** Adds the text. Returns `false` if the text was already in the set. */
  add(text: string): boolean {
    if (this.size * 2 >= this.capacity) this.grow();
    if (!this.place(keyOf(text))) return false;
    this.size += 1;
    return true;
  }

  has(text: string): boolean {
    return this.table[this.find(keyOf(text))] !== 0;
  }

  private place(key: Key): boolean {
    const at = this.find(key);
    if (this.table[at] !== 0) return false;
    this.table.set(key, at);
    return true;
  }

  /** Where the key is in the table, or the empty place where it belongs. */
  private find(key: Key): number {
    for (let slot = (key[1] ?? 0) & (this.capacity - 1); ; slot = (slot + 1) & (this.capacity - 1)) {
      const at = slot * words;
      if (this.table[at] === 0 || key.every((word, index) => this.table[at + index] === word >>> 0)) return at;
    }
  }

  private grow(): void {
    const old = this.table;
    this.capacity *= 2;
    this.table = new Uint32Array(this.capacity * words);
    for (let at = 0; at < old.length; at += words) if (old[at] !== 0) this.place(old.subarray(at, at + words));
  }
}

type Key = readonly number[] | Uint32Array;

function keyOf(text: string): Key {
  const digest = hash('sha256', text, 'buffer');
  // The table holds four 32-bit words for each hash. A place is empty if its first word is 0. The lowest bit is set
  // here, so that no hash begins with the word 0.
  return [digest.readUInt32LE(0) | 1, digest.readUInt32LE(4), digest.readUInt32LE(8), digest.readUInt32LE(12)];
}
