import { decoded } from './decoded.ts';
import { entriesOf, resolved, type PdfEntries, type PdfObjects, type PdfStream, type PdfValue } from './pdf-value.ts';
import { nameOf } from './read-objects.ts';

/** The pages of a file, each with the entries that it inherits. */
export function pagesOf(objects: PdfObjects, root: PdfValue | undefined): readonly PdfEntries[] {
  const inherited = ['Resources', 'MediaBox', 'CropBox', 'Rotate'];
  const pages: PdfEntries[] = [];
  const look = (value: PdfValue | undefined, above: PdfEntries, depth: number): void => {
    if (depth > 50) throw new Error('the pages are nested too deep');
    const own = entriesOf(resolved(objects, value));
    const entries = new Map([...above].filter(([name]) => inherited.includes(name)));
    for (const [name, one] of own) entries.set(name, one);
    const kids = resolved(objects, own.get('Kids'));
    if (kids?.kind === 'list') for (const kid of kids.items) look(kid, entries, depth + 1);
    else pages.push(entries);
  };
  look(entriesOf(resolved(objects, root)).get('Pages'), new Map(), 0);
  return pages;
}

/** The entries that are needed to draw a page. Its other entries can contain data of other pages. */
const ofPage = ['MediaBox', 'CropBox', 'Rotate', 'UserUnit', 'Group'];

/**
 * Entries that no page needs to be drawn, and that lead to other pages or hold text that no page shows: actions, parts
 * of the logical structure, earlier forms, private data of programs.
 */
const dropped: ReadonlySet<string> = new Set([
  'A',
  'AA',
  'AF',
  'Alternates',
  'Annots',
  'B',
  'Dests',
  'LastModified',
  'Metadata',
  'Names',
  'OPI',
  'PZ',
  'Parent',
  'PieceInfo',
  'StructParent',
  'StructParents',
  'Thumb',
  'Threads',
]);

/** The lists of things that the content of a page, or of a form, names. */
const lists = ['ColorSpace', 'ExtGState', 'Font', 'Pattern', 'Properties', 'Shading', 'XObject'];
/** These colours are used without their names. */
const usedAlways = ['DefaultGray', 'DefaultRGB', 'DefaultCMYK'];

/**
 * The objects of a new file that has only these pages, and of each page only what is needed to draw it. The first one is
 * the catalog, and the second one the list of pages. Many programs give all pages of a file one list of pictures and
 * fonts, so of each list only what the page names is kept. Throws if the content of a page cannot be read.
 */
export function keptObjects(objects: PdfObjects, pages: readonly PdfEntries[]): readonly PdfValue[] {
  const kept: (PdfValue | undefined)[] = [undefined, undefined];
  const numbers = new Map<number, number>();
  const copyEntries = (entries: PdfEntries): PdfEntries =>
    new Map([...entries].flatMap(([name, value]) => (dropped.has(name) ? [] : [[name, copied(value)] as const])));
  const copied = (value: PdfValue): PdfValue => {
    switch (value.kind) {
      case 'plain':
      case 'name':
        return value;
      case 'list':
        return { kind: 'list', items: value.items.map(copied) };
      case 'dictionary':
      case 'stream':
        return { ...value, entries: copyEntries(withUsedOnly(objects, value)) };
      case 'reference':
        return referenceTo(value.number);
    }
  };
  const referenceTo = (number: number): PdfValue => {
    const object = objects.get(number);
    const type = entriesOf(object).get('Type');
    const isPage = type?.kind === 'name' && ['Page', 'Pages', 'Catalog', 'Annot'].includes(type.name);
    if (object === undefined || isPage) return { kind: 'plain', text: 'null' };
    const known = numbers.get(number);
    if (known !== undefined) return { kind: 'reference', number: known };
    const at = kept.push(undefined);
    numbers.set(number, at);
    kept[at - 1] = copied(object);
    return { kind: 'reference', number: at };
  };
  const kids = pages.map((page): PdfValue => {
    const entries = new Map<string, PdfValue>([
      ['Type', { kind: 'name', name: 'Page' }],
      ['Parent', { kind: 'reference', number: 2 }],
    ]);
    for (const name of ofPage) {
      const value = page.get(name);
      if (value !== undefined) entries.set(name, copied(value));
    }
    const contents = page.get('Contents');
    const used = namesIn(objects, streamsOf(objects, contents), page.get('Resources'));
    entries.set('Resources', copied(onlyUsed(objects, page.get('Resources'), used)));
    if (contents !== undefined) entries.set('Contents', copied(contents));
    const at = kept.push({ kind: 'dictionary', entries });
    return { kind: 'reference', number: at };
  });
  kept[0] = dictionary([
    ['Type', { kind: 'name', name: 'Catalog' }],
    ['Pages', { kind: 'reference', number: 2 }],
  ]);
  kept[1] = dictionary([
    ['Type', { kind: 'name', name: 'Pages' }],
    ['Count', { kind: 'plain', text: String(kids.length) }],
    ['Kids', { kind: 'list', items: kids }],
  ]);
  return kept.map((one) => one ?? { kind: 'plain', text: 'null' });
}

function dictionary(entries: readonly (readonly [string, PdfValue])[]): PdfValue {
  return { kind: 'dictionary', entries: new Map(entries) };
}

/** The entries of a form, a pattern or a font, whose lists have only what its content names. */
function withUsedOnly(objects: PdfObjects, value: Extract<PdfValue, { readonly entries: PdfEntries }>): PdfEntries {
  const { entries } = value;
  const resources = entries.get('Resources');
  if (resources === undefined) return entries;
  const glyphs = [...entriesOf(resolved(objects, entries.get('CharProcs'))).values()];
  const streams = value.kind === 'stream' ? [value] : glyphs.flatMap((one) => streamsOf(objects, one));
  const used = namesIn(objects, streams, resources);
  return new Map([...entries, ['Resources', onlyUsed(objects, resources, used)]]);
}

function onlyUsed(objects: PdfObjects, resources: PdfValue | undefined, used: ReadonlySet<string>): PdfValue {
  const all = entriesOf(resolved(objects, resources));
  return dictionary(
    lists.flatMap((list) => {
      const entries = [...entriesOf(resolved(objects, all.get(list)))].filter(([name]) => used.has(name));
      return entries.length === 0 ? [] : [[list, dictionary(entries)] as const];
    }),
  );
}

/** All names in the content of streams, also in the forms that they draw with the same resources. */
function namesIn(
  objects: PdfObjects,
  streams: readonly PdfStream[],
  resources: PdfValue | undefined,
): ReadonlySet<string> {
  const names = new Set(usedAlways);
  const forms = entriesOf(resolved(objects, entriesOf(resolved(objects, resources)).get('XObject')));
  const read = new Set<PdfStream>();
  const look = (stream: PdfStream): void => {
    if (read.has(stream)) return;
    read.add(stream);
    const content = decoded(objects, stream);
    if (content === undefined) throw new Error('the content of a page cannot be read');
    const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1');
    for (const [, written = ''] of text.matchAll(/\/([^\0\t\n\f\r ()<>[\]{}/%]+)/g)) {
      const name = nameOf(written);
      names.add(name);
      const form = resolved(objects, forms.get(name));
      if (form?.kind === 'stream' && isForm(form) && !form.entries.has('Resources')) look(form);
    }
  };
  for (const stream of streams) look(stream);
  return names;
}

/** Whether a stream is a form: content that pages draw as one piece. */
export function isForm({ entries }: PdfStream): boolean {
  const type = entries.get('Subtype');
  return type?.kind === 'name' && type.name === 'Form';
}

/** The streams that make up the content of a page. */
export function streamsOf(objects: PdfObjects, value: PdfValue | undefined): readonly PdfStream[] {
  const found = resolved(objects, value);
  if (found?.kind === 'stream') return [found];
  return found?.kind === 'list' ? found.items.flatMap((one) => streamsOf(objects, one)) : [];
}
