import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseXml, xmlDocument } from '#infra/local/aws/s3/xml.ts';
import { processorSeconds } from '#test/support/processor-time.ts';

describe('the XML of S3', () => {
  it('reads back whatever text it writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const root = parseXml(xmlDocument('Root', [['Key', text]]));
        expect(root?.children[0]).toEqual({ name: 'Key', text, children: [] });
      }),
      { numRuns: 100 },
    );
  });

  it('reads declarations, namespaces, empty elements and character references', () => {
    const source =
      '<?xml version="1.0"?>\n<Delete xmlns="http://s3.amazonaws.com/doc/2006-03-01/">\n <Quiet/>' +
      "<Object a='1'><Key>a &amp; b &#x1F98A;&#38;</Key></Object></Delete>";
    const root = parseXml(source);
    expect(root?.children.map(({ name }) => name)).toEqual(['Quiet', 'Object']);
    expect(root?.children[1]?.children[0]?.text).toBe('a & b 🦊&');
  });

  it.each([
    ['nothing', ''],
    ['text alone', 'abc'],
    ['an open element', '<a><b></b>'],
    ['crossed elements', '<a><b></a></b>'],
    ['a second root', '<a></a><b></b>'],
    ['text behind the root', '<a></a>x'],
    ['a close without an open', '</a>'],
    ['a document type', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['an unknown entity', '<a>&x;</a>'],
    ['an entity named like a property of objects', '<a>&constructor;</a>'],
    ['a bare ampersand', '<a>b & c</a>'],
    ['a reference to nothing', '<a>&#;</a>'],
    ['a reference beyond Unicode', '<a>&#x110000;</a>'],
    ['a reference to half a character', '<a>&#xd800;</a>'],
    ['a control character', '<a>\u0001</a>'],
    ['CDATA', '<a><![CDATA[b]]></a>'],
    ['a comment', '<a><!-- b --></a>'],
    ['elements nested without end', '<a>'.repeat(100_000)],
    ['an attribute without end', `<a ${'b="'.repeat(50_000)}`],
    ['spaces without end', `<a${' '.repeat(100_000)}`],
  ])('refuses %s, and quickly', (_, source) => {
    const start = processorSeconds();
    expect(parseXml(source)).toBeUndefined();
    expect(processorSeconds() - start).toBeLessThan(1);
  });
});
