import { useEffect, useRef, useState, type ReactNode } from 'react';
import { releaseLabels } from '#commands/release.ts';
import type { ReviewPage } from '#api/review.ts';
import type { ReviewPreview } from '../api/client.ts';
import type { Trouble } from '../api/problem.ts';
import { CommandButton } from '../case/tasks/command-button.tsx';
import { useOpenCase } from '../case/context.ts';
import { offersOf } from '../logic/offers.ts';
import { stepOf } from '../logic/release.ts';
import { useDesk } from '../session/context.ts';
import { Loading } from '../ui/loading.tsx';
import { TroubleNotice } from '../ui/trouble-notice.tsx';
import { taskWords } from '../words/command-words.ts';
import { actorWords } from '../words/console-words.ts';
import { useSpeech } from '../words/language.tsx';
import { blockInWords } from '../words/refused.ts';

interface Props {
  /** The sheet as the page shows it. The command `release` names its hash. */
  readonly sheet: ReviewPage;
}

/** Shows the pages that the person will read, one by one, and the button that releases exactly these pages. */
export function PreviewPanel({ sheet }: Props): ReactNode {
  const { words } = useSpeech();
  const { client } = useDesk();
  const { view } = useOpenCase();
  const { reference } = view;
  const [preview, setPreview] = useState<ReviewPreview>();
  const [path, setPath] = useState<string>();
  const [html, setHtml] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [tries, setTries] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);

  // The heading takes the focus, so that Tab leads from there to the list of pages, the page and the button.
  useEffect(() => heading.current?.focus(), []);

  useEffect(() => {
    let isOld = false;
    void client.preview(reference).then((answer) => {
      if (isOld) return;
      setTrouble(answer.ok ? undefined : answer.trouble);
      if (!answer.ok) return;
      setPreview(answer.value);
      setPath((before) => before ?? answer.value.pages[0]?.path);
    });
    return () => {
      isOld = true;
    };
  }, [client, reference, sheet.sheet, tries]);

  useEffect(() => {
    let isOld = false;
    setHtml(undefined);
    if (path === undefined || preview === undefined) return undefined;
    void client.previewPage(reference, path).then((answer) => {
      if (isOld) return;
      setTrouble(answer.ok ? undefined : answer.trouble);
      if (answer.ok) setHtml(answer.value);
    });
    return () => {
      isOld = true;
    };
  }, [client, reference, path, preview]);

  const title = preview?.pages.find((one) => one.path === path)?.title ?? '';
  return (
    <div className="preview">
      <section className="panel stack" aria-labelledby="preview">
        <h2 id="preview" ref={heading} tabIndex={-1}>
          {words.review.preview}
        </h2>
        <p>{words.review.previewText}</p>
        {trouble === undefined ? null : (
          <TroubleNotice trouble={trouble} of="page" onRetry={() => setTries((before) => before + 1)} />
        )}
        {preview === undefined ? <Loading /> : null}
        <div className="row" role="group" aria-label={words.review.pages}>
          {preview?.pages.map((one) => (
            <button
              key={one.path}
              type="button"
              className="choice"
              aria-pressed={one.path === path}
              onClick={() => setPath(one.path)}
            >
              {one.title}
            </button>
          ))}
        </div>
        {html === undefined ? null : (
          // The empty `sandbox` forbids scripts, forms and the opening of other pages.
          <iframe className="frame" sandbox="" title={words.review.frame(title)} srcDoc={withoutLinks(html)} />
        )}
      </section>
      <ReleaseCard sheet={sheet} preview={preview} />
    </div>
  );
}

/**
 * Removes the effect of links: a link would replace the page in the frame by a file that exists only in the package.
 */
function withoutLinks(html: string): string {
  return html.replace(/<head>/i, '<head><base target="_blank">');
}

function ReleaseCard({ sheet, preview }: Props & { readonly preview: ReviewPreview | undefined }): ReactNode {
  const { words, language } = useSpeech();
  const { member } = useDesk();
  const { view } = useOpenCase();
  const labels = releaseLabels[language];
  const offer = offersOf(view).find(({ task }) => task.type === 'release');
  const [first] = view.approvals;
  const isPartly = sheet.partly === true;
  return (
    <section className="panel stack" aria-labelledby="release">
      <h2 id="release">{labels.title(sheet.round)}</h2>
      {sheet.stopped === undefined ? null : (
        <div className="notice bad">
          <p>{sheet.stopped.length === 0 ? words.review.shownOtherwise : words.review.stopped}</p>
          <ul>
            {sheet.stopped.map((path) => (
              <li key={path}>{path}</li>
            ))}
          </ul>
        </div>
      )}
      {sheet.open > 0 ? (
        <p className="notice calm">{isPartly ? words.review.partly(sheet.open) : words.review.shut(sheet.open)}</p>
      ) : null}
      {offer === undefined ? <p className="notice calm">{words.review.release.notYours}</p> : null}
      {offer === undefined || offer.block === null ? null : (
        <p className="notice calm">{blockInWords(offer.block, words, language)}</p>
      )}
      <p>
        {offer?.block?.rule === 'second-person-releases' ? '' : labels.step[stepOf(view, member.id)]}
        {first === undefined ? '' : ` ${labels.firstBy(actorWords(words, `staff:${first}`, member.id))}`}
      </p>
      {offer?.block === null && (sheet.open === 0 || isPartly) && preview !== undefined ? (
        <CommandButton draft={{ type: 'release', round: sheet.round, sheet: sheet.sheet, preview: preview.preview }}>
          {taskWords('release', language).submit}
        </CommandButton>
      ) : null}
    </section>
  );
}
