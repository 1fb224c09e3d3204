/** What a UTF-16 code unit is to a word. */
export const notInWord = 0;
export const smallLetter = 1;
export const capitalLetter = 2;
export const combiningMark = 3;

export interface Letters {
  /** The class of each code unit. Letters outside the Basic Multilingual Plane are no part of a word. */
  readonly classes: Uint8Array;
  /** The small letter of each code unit, or the code unit itself. */
  readonly small: Uint16Array;
}

let tables: Letters | undefined;

/** The tables of all code units. They are made when the first text is screened. */
export function letters(): Letters {
  tables ??= makeTables();
  return tables;
}

function makeTables(): Letters {
  const classes = new Uint8Array(0x1_00_00);
  const small = new Uint16Array(0x1_00_00);
  for (let code = 0; code < classes.length; code += 1) {
    small[code] = code;
    if (code >= 0xd8_00 && code <= 0xdf_ff) continue;
    const character = String.fromCodePoint(code);
    if (/[\p{Lu}\p{Lt}]/u.test(character)) {
      classes[code] = capitalLetter;
      const lower = character.toLowerCase();
      if (lower.length === 1) small[code] = lower.charCodeAt(0);
    } else if (/\p{L}/u.test(character)) classes[code] = smallLetter;
    else if (/\p{M}/u.test(character)) classes[code] = combiningMark;
  }
  return { classes, small };
}
