import type { ReactNode, Ref } from 'react';
import type { ReviewItem } from '#api/review.ts';
import { shownKey } from '../logic/review-seen.ts';
import { Loading } from '../ui/loading.tsx';
import { useSpeech } from '../words/language.tsx';
import { DocumentPages } from './document-pages.tsx';
import { EndMark } from './end-mark.tsx';
import { ItemView, type ItemActions } from './item-view.tsx';

interface Props {
  readonly items: readonly ReviewItem[];
  /** The id of the record on which the keys and buttons act. */
  readonly current: string | undefined;
  /** The heading of this record. */
  readonly heading: Ref<HTMLHeadingElement>;
  /** Whether the list goes on after these records. */
  readonly hasMore: boolean;
  readonly onMore: () => void;
  /** Called when the user clicks into a record, or moves the focus into it. */
  readonly onCurrent: (id: string) => void;
  /** Called when the end of a record was on the screen. */
  readonly onSeen: (item: ReviewItem) => void;
  readonly actionsFor: (item: ReviewItem) => ItemActions;
  readonly onDownload: (item: ReviewItem, document: ReviewItem['documents'][number]) => void;
}

/** The records of a list below each other, with the pages of their documents. Further ones are loaded at its end. */
export function RecordList(props: Props): ReactNode {
  const { items, current, heading, hasMore, onMore, onCurrent, onSeen, actionsFor, onDownload } = props;
  const { words } = useSpeech();
  return (
    <>
      {items.map((item) => (
        <div
          key={item.id}
          className={item.id === current ? 'panel record current' : 'panel record'}
          onFocusCapture={() => onCurrent(item.id)}
          onMouseDownCapture={() => onCurrent(item.id)}
        >
          <ItemView item={item} heading={item.id === current ? heading : null} {...actionsFor(item)}>
            {item.documents.map((one) => (
              <DocumentPages
                key={one.id}
                document={one}
                onDownload={() => onDownload(item, one)}
                onWhole={actionsFor(item).onWhole}
              />
            ))}
          </ItemView>
          {item.open || item.decisions.length === 0 ? null : (
            <p className="small">
              <strong>{item.decisions.map((one) => words.review.did[one.do]).join(', ')}</strong>
            </p>
          )}
          <EndMark key={shownKey(item)} onSeen={() => onSeen(item)} />
        </div>
      ))}
      {hasMore ? (
        <>
          <Loading />
          <EndMark key={items.length} onSeen={onMore} />
        </>
      ) : null}
    </>
  );
}
