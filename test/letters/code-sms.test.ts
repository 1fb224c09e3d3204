import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '#domain/language.ts';
import { codeSms } from '#letters/sms/code-sms.ts';
import { gsmLength, smsRoom } from '#letters/sms/gsm7.ts';

const code = { oneTimeCode: '012345', minutes: 10 };

describe('The SMS with a code', () => {
  it('names the controller, the code and how long it is valid, and says that nobody will ask for it', () => {
    expect(codeSms('sv', 'Nordvik Fritid AB', code)).toBe(
      'Nordvik Fritid AB: Din kod är 012345. Den gäller i 10 minuter. Vi ber aldrig om koden i telefon. Inte du? Bortse från detta.',
    );
    expect(codeSms('en', 'Nordvik Fritid AB', code)).toBe(
      'Nordvik Fritid AB: Your code is 012345. It works for 10 minutes. We never ask for this code by phone. Not you? Ignore this.',
    );
  });

  it('is one SMS, however long the name of the controller is, and its own words are never cut', () => {
    const letters = fc.constantFrom(...'abcÅÄÖåäöé &€[]-.');
    fc.assert(
      fc.property(fc.constantFrom(...languages), fc.string({ unit: letters, maxLength: 120 }), (language, name) => {
        const text = codeSms(language, name, code);
        expect(gsmLength(text)).toBeLessThanOrEqual(smsRoom);
        expect(text).toMatch(/: (Din kod är|Your code is) 012345\. .*\.$/);
      }),
    );
    expect(codeSms('sv', 'Föreningen för friluftslivets främjande i Nordviks kommun', code)).toMatch(
      /^Föreningen för friluftslivets.*\.\.\.: Din kod/,
    );
  });

  it('keeps a name in another alphabet whole, though such an SMS has fewer characters', () => {
    expect(codeSms('sv', 'Šárka AB', code)).toMatch(/^Šárka AB: /);
  });

  it('does not say what the code is for, and contains no link', () => {
    for (const language of languages)
      expect(codeSms(language, 'Nordvik Fritid AB', code)).not.toMatch(/http|www|begäran|request|uppgifter|data|svar/i);
  });
});

describe('The length of a text in an SMS', () => {
  it('counts ordinary letters once, some characters twice, and gives nothing for other characters', () => {
    expect(gsmLength('Åäö 1')).toBe(5);
    expect(gsmLength('€[x]')).toBe(7);
    expect(gsmLength('č')).toBeUndefined();
    expect(gsmLength('”')).toBeUndefined();
  });
});
