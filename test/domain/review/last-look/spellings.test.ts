import { describe, expect, it } from 'vitest';
import { spellings } from '#domain/review/last-look/spellings.ts';

describe('the spellings of a value', () => {
  it('has a telephone number in national and international form', () => {
    const all = ['0701740605', '46701740605', '0046701740605', '460701740605', '701740605'];
    for (const written of ['+46701740605', '070-174 06 05', '+46 (0)70-174 06 05', '0046 70 174 06 05'])
      expect(spellings(written, 'phone')).toEqual(expect.arrayContaining(all));
    expect(spellings('070-174 06 05')).toEqual(expect.arrayContaining(all));
  });

  it('reads a telephone number without country code as one of the region', () => {
    expect(spellings('020 7946 0018', 'phone', 'GB')).toContain('442079460018');
  });

  it.each(['189001019802', '18900101-9802', '900101-9802', '900101+9802', '9001019802'])(
    'has the personnummer %s with and without century',
    (written) => {
      for (const kind of ['personnummer', undefined] as const)
        expect(spellings(written, kind)).toEqual(
          expect.arrayContaining(['9001019802', '189001019802', '199001019802', '209001019802']),
        );
    },
  );

  it('has an organisation number with its prefix and as the number of a VAT registration', () => {
    expect(spellings('556000-4615', 'organisationNumber')).toEqual(
      expect.arrayContaining(['5560004615', '165560004615', '556000461501']),
    );
  });

  it('has a name in every order and in the genitive', () => {
    for (const kind of ['name', undefined] as const)
      expect(spellings('Gustav Gran', kind)).toEqual(
        expect.arrayContaining(['Gustav Gran', 'Gran Gustav', 'Gustav Grans', 'Gran Gustavs']),
      );
    expect(spellings('Bo Ek Lind')).toEqual(expect.arrayContaining(['Ek Lind Bo', 'Lind Bo Ek']));
    expect(spellings('Gran, Gustav')).toContain('Gustav Gran');
    expect(spellings('Max')).toEqual(['Max']);
  });

  it('has å, ä and ö as two letters, as in addresses', () => {
    expect(spellings('Åsa Öberg')).toEqual(expect.arrayContaining(['aasa oeberg']));
  });

  it('has an address of mail with both forms of its domain', () => {
    expect(spellings('asa@xn--5ca.example', 'email')).toContain('asa@å.example');
    expect(spellings('asa@å.example')).toContain('asa@xn--5ca.example');
  });

  it('has five digits with a space, as in postcodes and amounts', () => {
    expect(spellings('11122')).toEqual(expect.arrayContaining(['111 22', '11 122']));
  });
});
