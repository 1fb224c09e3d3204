import { Button } from '@mantine/core';
import { useId, type ReactNode, type Ref } from 'react';
import type { ReviewItem } from '#api/review.ts';
import type { ValuePiece } from '../api/client.ts';
import { pagesText } from '#domain/review/pages.ts';
import type { Selected } from '../logic/review-selection.ts';
import { wordFor } from '../words/console-words.ts';
import { sizeInWords } from '../words/format.ts';
import { useSpeech } from '../words/language.tsx';
import { FieldValue } from './field-value.tsx';

/** What the user can do in the view of a record. */
export interface ItemActions {
  readonly onSelect: (selected: Selected | undefined) => void;
  readonly onOpen: (document: string) => void;
  /** Opens the form that masks the whole value of a field everywhere. */
  readonly onEverywhere: (field: ReviewItem['fields'][number]) => void;
  /** Loads the item with its long values in full. */
  readonly onWhole: () => void;
  /** Loads a long value from a later place on. */
  readonly onPiece: (piece: ValuePiece) => void;
}

interface Props extends ItemActions {
  readonly item: ReviewItem;
  readonly heading: Ref<HTMLHeadingElement>;
  /** What is shown below the list of documents. */
  readonly children?: ReactNode;
}

/** One record as the person gets it: why it is theirs, its documents and its values. */
export function ItemView({
  item,
  heading,
  onSelect,
  onOpen,
  onWhole,
  onPiece,
  onEverywhere,
  children,
}: Props): ReactNode {
  const id = useId();
  const { words, language } = useSpeech();
  const { title, record, systemTitle, belongsTo, byRule, unreadable, fields, documents } = item;
  return (
    <article className="item stack" aria-labelledby={id}>
      <div className="stack tight">
        <p className="soft small">{systemTitle[language]}</p>
        <h2 id={id} ref={heading} tabIndex={-1}>
          {words.review.record(title[language], record)}
        </h2>
        {belongsTo === null ? null : <p className="small">{words.review.partOf(belongsTo)}</p>}
        <WhyTheirs item={item} />
        <Copies item={item} />
        {byRule === null ? null : <p className="small soft">{words.review.byRule}</p>}
        {unreadable === null ? null : <p className="notice bad">{words.review.unreadable}</p>}
      </div>
      {documents.length === 0 ? null : <Documents item={item} onOpen={onOpen} />}
      {children}
      <NotThere item={item} />
      {fields.length === 0 && documents.length === 0 ? <p>{words.review.noFields}</p> : null}
      {item.seen ? null : (
        <div className="notice calm row apart">
          <p>{words.review.notWhole}</p>
          <Button variant="default" size="compact-sm" onClick={onWhole}>
            {words.review.whole}
          </Button>
        </div>
      )}
      <div className="values">
        {fields.map((field, number) => (
          <FieldValue
            key={`${item.id} ${field.name}`}
            field={field}
            onSelect={onSelect}
            onEverywhere={() => onEverywhere(field)}
            onPiece={(from) => onPiece({ field: number, from })}
          />
        ))}
      </div>
      {fields.length === 0 ? null : <p className="small soft">{words.review.selectHint}</p>}
    </article>
  );
}

/** Tells what the person does not get of the record, although the system has it: fields about others, and documents. */
function NotThere({ item: { leftOut, missing } }: { readonly item: ReviewItem }): ReactNode {
  const { words, language } = useSpeech();
  return (
    <>
      {leftOut.length === 0 ? null : (
        <p className="small">{words.review.leftOut(leftOut.map((title) => title[language]).join(', '))}</p>
      )}
      {missing.length === 0 ? null : (
        <div className="notice calm">
          <p>{words.review.missing}</p>
          <ul>
            {missing.map(({ title, reason }, index) => (
              <li key={index}>
                {title}: {reason === null ? words.review.missingUntilAdopted : wordFor(words.review.whyMissing, reason)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** The places of the other records that show the same. */
function Copies({ item: { copies, title } }: Pick<Props, 'item'>): ReactNode {
  const { words, language } = useSpeech();
  if (copies.length === 0) return null;
  return (
    <details className="small">
      <summary>{words.review.copies(copies.length + 1)}</summary>
      <ul className="lines">
        {copies.map(({ item, record, belongsTo }) => (
          <li key={item}>
            {words.review.record(title[language], record)}
            {belongsTo === null ? '' : `. ${words.review.partOf(belongsTo)}`}
          </li>
        ))}
      </ul>
    </details>
  );
}

function WhyTheirs({ item: { tie, notGivenAgain } }: { readonly item: ReviewItem }): ReactNode {
  const { words } = useSpeech();
  const isUncertain = tie.how === 'possible' || tie.how === 'disputed';
  return (
    <div className={isUncertain ? 'notice calm' : 'notice good'}>
      {notGivenAgain ? <p>{words.review.notGivenAgain}</p> : null}
      <p>{words.review.how[tie.how]}</p>
      <Identifiers label={words.review.by} of={tie.by} />
      <Identifiers label={words.review.against} of={tie.against} />
    </div>
  );
}

function Identifiers({ label, of }: { readonly label: string; readonly of: ReviewItem['tie']['by'] }): ReactNode {
  const { words } = useSpeech();
  if (of.length === 0) return null;
  const list = of.map(({ kind, masked }) => `${wordFor(words.identifiers, kind)} ${masked}`).join('; ');
  return (
    <p className="small">
      {label}: {list}
    </p>
  );
}

function Documents({ item, onOpen }: Pick<Props, 'item' | 'onOpen'>): ReactNode {
  const { words, language } = useSpeech();
  return (
    // The list of documents is no landmark, because the page can show many records.
    <div className="stack tight">
      <h3>{words.review.documents}</h3>
      {item.documents.every(({ opened }) => opened) ? null : <p className="small">{words.review.openFirst}</p>}
      <ul className="lines">
        {item.documents.map(({ id: document, title, mediaType, bytes, text, opened, withoutPages }) => (
          <li key={document} className="row apart">
            <span>
              {words.review.document(title, mediaType, sizeInWords(bytes, language))}
              {text ? null : <span className="small soft"> {words.review.noText}</span>}
            </span>
            <Button variant="default" size="compact-sm" onClick={() => onOpen(document)}>
              {words.review.openDocument}
              <span className="hidden"> {title}</span>
              {opened ? <span className="small"> ({words.review.opened})</span> : null}
              {withoutPages.length === 0 ? null : (
                <span className="small"> {words.review.viewer.leftOut(pagesText(withoutPages))}</span>
              )}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
