import { Button } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import type { DocumentPage, ReviewItem } from '#api/review.ts';
import { hasAll, pagesText } from '#domain/review/pages.ts';
import type { Trouble } from '../api/problem.ts';
import { useDesk } from '../session/context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { TickField } from '../ui/fields.tsx';
import { Loading } from '../ui/loading.tsx';
import { TroubleNotice } from '../ui/trouble-notice.tsx';
import { useSpeech } from '../words/language.tsx';

interface Props {
  readonly reference: string;
  readonly document: ReviewItem['documents'][number];
  readonly onDownload: () => void;
  /** Called with the pages that the user wants to leave out, such as `3–4, 7`. */
  readonly onLeaveOut: (pages: string) => void;
  readonly onClose: () => void;
}

/** The zoom levels: the width of a page as a multiple of the width of the dialog. */
const zooms = [1, 1.5, 2, 3];

/** Shows a document of a record page by page. If a page cannot be shown, the dialog offers the download instead. */
export function DocumentDialog({
  reference,
  document: { id, title, withoutPages },
  onDownload,
  onLeaveOut,
  onClose,
}: Props): ReactNode {
  const { words } = useSpeech();
  const { client } = useDesk();
  const { viewer } = words.review;
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(0);
  const [shown, setShown] = useState<DocumentPage>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const leftOut = withoutPages.length > 0 ? withoutPages : [...chosen].map((one) => ({ from: one, to: one }));
  const pages = shown === undefined || shown.kind === 'cannot' ? 1 : shown.pages;

  useEffect(() => {
    let isOld = false;
    void client.reviewDocumentPage(reference, id, page).then((answer) => {
      if (isOld) return;
      setTrouble(answer.ok ? undefined : answer.trouble);
      if (answer.ok) setShown(answer.value);
    });
    return () => {
      isOld = true;
    };
  }, [client, reference, id, page]);

  const turn = (by: number): void => setPage((before) => Math.min(pages, Math.max(1, before + by)));
  const enlarge = (by: number): void => setZoom((before) => Math.min(zooms.length - 1, Math.max(0, before + by)));
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const acts: Readonly<Record<string, () => void>> = {
        ArrowRight: () => turn(1),
        ArrowLeft: () => turn(-1),
        '+': () => enlarge(1),
        '-': () => enlarge(-1),
      };
      const act = Object.hasOwn(acts, event.key) ? acts[event.key] : undefined;
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });

  return (
    <Dialog title={title} onClose={onClose}>
      {trouble === undefined ? null : <TroubleNotice trouble={trouble} of="page" />}
      {shown === undefined && trouble === undefined ? <Loading /> : null}
      {shown?.kind === 'cannot' ? (
        <div className="notice calm" role="status">
          <p>{viewer.cannot[shown.reason]}</p>
          <p>{viewer.byPerson}</p>
        </div>
      ) : null}
      {shown === undefined || shown.kind === 'cannot' ? null : (
        <>
          <div className="row">
            <Button variant="default" size="compact-sm" disabled={page === 1} onClick={() => turn(-1)}>
              {viewer.previous}
            </Button>
            <span role="status">{viewer.page(shown.page, shown.pages)}</span>
            <Button variant="default" size="compact-sm" disabled={page === pages} onClick={() => turn(1)}>
              {viewer.next}
            </Button>
            <Button variant="default" size="compact-sm" disabled={zoom === 0} onClick={() => enlarge(-1)}>
              {viewer.smaller}
            </Button>
            <Button variant="default" size="compact-sm" disabled={zoom === zooms.length - 1} onClick={() => enlarge(1)}>
              {viewer.larger}
            </Button>
          </div>
          {shown.kind === 'image' && shown.mediaType === 'image/png' && shown.pages > 1 ? (
            <div className="row">
              {withoutPages.length > 0 ? null : (
                <TickField
                  label={viewer.leaveOut}
                  value={chosen.has(shown.page)}
                  onChange={(isOut) =>
                    setChosen((before) => {
                      const after = new Set(before);
                      if (isOut) after.add(shown.page);
                      else after.delete(shown.page);
                      return after;
                    })
                  }
                />
              )}
              {leftOut.length === 0 ? null : <span role="status">{viewer.leftOut(pagesText(leftOut))}</span>}
              {chosen.size === 0 ? null : (
                <Button size="compact-sm" onClick={() => onLeaveOut(pagesText(leftOut))}>
                  {viewer.withhold}
                </Button>
              )}
              {withoutPages.length === 0 ? null : <span className="small soft">{viewer.undoFirst}</span>}
            </div>
          ) : null}
          <section
            className={
              hasAll(leftOut, [{ from: shown.page, to: shown.page }]) ? 'document-page left-out' : 'document-page'
            }
            aria-label={viewer.pageOf(shown.page, title)}
            tabIndex={0}
          >
            {shown.kind === 'text' ? (
              <pre style={{ fontSize: `${zooms[zoom] ?? 1}em` }}>{shown.text}</pre>
            ) : (
              <img
                src={`data:${shown.mediaType};base64,${shown.base64}`}
                alt={viewer.pageOf(shown.page, title)}
                style={{ width: `${100 * (zooms[zoom] ?? 1)}%` }}
              />
            )}
          </section>
          <p className="small soft">{viewer.keys}</p>
        </>
      )}
      <div className="row">
        <Button variant="default" onClick={onDownload}>
          {viewer.download}
        </Button>
        <Button onClick={onClose}>{words.review.close}</Button>
      </div>
    </Dialog>
  );
}
