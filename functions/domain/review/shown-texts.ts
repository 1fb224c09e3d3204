import { annotationOf, type Field, type Resource } from '../findings/annotation.ts';
import { isEmpty } from '../presentation/empty.ts';
import { present } from '../presentation/present.ts';
import { textOf, type Reader } from '../presentation/shown.ts';
import type { StoredRecord } from './sheet.ts';

/** A value as the person would read it. */
export interface ShownText {
  /** The name of the field in the system. */
  readonly name: string;
  readonly field: Field;
  readonly text: string;
}

/** The values of a record as the person would read them. Fields that concern only other people are left out. */
export function shownTexts(
  { data }: Pick<StoredRecord, 'data'>,
  resource: Resource,
  reader: Reader,
): readonly ShownText[] {
  const declared = Object.keys(resource.fields).filter((name) => Object.hasOwn(data, name));
  const others = Object.keys(data).filter((name) => !Object.hasOwn(resource.fields, name));
  return [...declared, ...others.sort()].flatMap((name) => {
    const field = annotationOf(resource, name);
    const value = data[name] ?? null;
    if (field === undefined || field.thirdParty === 'certain' || isEmpty(value)) return [];
    return [{ name, field, text: textOf(present(value, field, reader)) }];
  });
}
