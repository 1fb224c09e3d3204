import type { Field } from '../findings/annotation.ts';
import type { Json } from '../json.ts';
import { isEmpty } from './empty.ts';
import { present } from './present.ts';
import type { Reader, Shown } from './shown.ts';

/**
 * What an answer gives of a field: the value as the system holds it, or, if a part of it is masked, only what is shown.
 * A masked content has no stored value, so no file of the answer can contain that value.
 */
export type Content =
  | { readonly kind: 'stored'; readonly value: Json }
  | { readonly kind: 'masked'; readonly shown: Shown };

/** The content as a person reads it. `field` is the annotation of the field. */
export function shownOf(content: Content, field: Field, reader: Reader): Shown {
  switch (content.kind) {
    case 'stored':
      return present(content.value, field, reader);
    case 'masked':
      return content.shown;
  }
}

/** Whether the content has nothing to show. A masked content always has something. */
export function isNothing(content: Content): boolean {
  return content.kind === 'stored' && isEmpty(content.value);
}
