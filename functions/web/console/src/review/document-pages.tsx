import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { DocumentPage, ReviewItem } from '#api/review.ts';
import { hasAll } from '#domain/review/pages.ts';
import type { Trouble } from '../api/problem.ts';
import { useOpenCase } from '../case/context.ts';
import { useDesk } from '../session/context.ts';
import { Loading } from '../ui/loading.tsx';
import { TroubleNotice } from '../ui/trouble-notice.tsx';
import { useSpeech } from '../words/language.tsx';
import { EndMark } from './end-mark.tsx';

interface Props {
  readonly document: ReviewItem['documents'][number];
  readonly onDownload: () => void;
  /** Called when the last page was shown. */
  readonly onWhole: () => void;
}

/**
 * The pages of a document below each other, within its record. A page is loaded when the user scrolls to it, because
 * the API records each loaded page as seen. A document that the user has opened before is not loaded again.
 */
export function DocumentPages({
  document: { id, title, opened, withoutPages },
  onDownload,
  onWhole,
}: Props): ReactNode {
  const { words } = useSpeech();
  const { client } = useDesk();
  const { view } = useOpenCase();
  const { viewer } = words.review;
  const [wasOpened] = useState(opened);
  const [pages, setPages] = useState<readonly DocumentPage[]>([]);
  const [trouble, setTrouble] = useState<Trouble>();
  const last = pages.at(-1);
  const isWhole = last !== undefined && (last.kind === 'cannot' || last.page === last.pages);

  const isLeftOut = (page: number): boolean => hasAll(withoutPages, [{ from: page, to: page }]);

  async function load(): Promise<void> {
    const answer = await client.reviewDocumentPage(view.reference, id, pages.length + 1);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (!answer.ok) return;
    const { value } = answer;
    setPages([...pages, value]);
    if (value.kind !== 'cannot' && value.page === value.pages) onWhole();
  }

  if (wasOpened) return null;
  return (
    <div className="stack tight">
      {pages.map((page, index) =>
        page.kind === 'cannot' ? (
          <div key="cannot" className="notice calm">
            <p>{viewer.cannot[page.reason]}</p>
            <p>{viewer.byPerson}</p>
            <Button variant="default" size="compact-sm" onClick={onDownload}>
              {viewer.download}
              <span className="hidden"> {title}</span>
            </Button>
          </div>
        ) : (
          <div
            key={index}
            role="group"
            className={`document-page in-place${isLeftOut(page.page) ? ' left-out' : ''}`}
            aria-label={viewer.pageOf(page.page, title)}
            // A long text scrolls within this element, so the keyboard must reach the element.
            tabIndex={0}
          >
            {page.kind === 'text' ? (
              <pre>{page.text}</pre>
            ) : (
              <img src={`data:${page.mediaType};base64,${page.base64}`} alt={viewer.pageOf(page.page, title)} />
            )}
          </div>
        ),
      )}
      {trouble === undefined ? null : <TroubleNotice trouble={trouble} of="page" onRetry={() => void load()} />}
      {isWhole || trouble !== undefined ? null : (
        <>
          <Loading />
          <EndMark key={pages.length} onSeen={() => void load()} />
        </>
      )}
    </div>
  );
}
