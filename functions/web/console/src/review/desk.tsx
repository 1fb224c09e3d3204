import { Button } from '@mantine/core';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { Cut, ReviewDecision, ReviewItem } from '#api/review.ts';
import type { Trouble } from '../api/problem.ts';
import { useOpenCase } from '../case/context.ts';
import { moreTasks } from '../logic/more.ts';
import { withOpenQuotes } from '../logic/review-folds.ts';
import type { ReviewAction } from '../logic/review-keys.ts';
import { limitDecision, usualChoices, type LimitKind } from '../logic/review-limits.ts';
import {
  isUncertain,
  itemAfter,
  lastCommandOn,
  lastDecision,
  leftToSee,
  onItem,
  type ReviewAsked,
} from '../logic/review-list.ts';
import { decisionsTogether, seenTogether, shownKey, withMet, type Met } from '../logic/review-seen.ts';
import type { Selected } from '../logic/review-selection.ts';
import { useDesk } from '../session/context.ts';
import { Loading } from '../ui/loading.tsx';
import { saveFile } from '../ui/save-file.ts';
import { TroubleNotice } from '../ui/trouble-notice.tsx';
import { useSpeech } from '../words/language.tsx';
import type { ReviewWords } from '../words/en/review.ts';
import { DecisionsPanel } from './decisions-panel.tsx';
import { DocumentDialog } from './document-dialog.tsx';
import { EndMark } from './end-mark.tsx';
import { ItemView, type ItemActions } from './item-view.tsx';
import { KeysHelp } from './keys-help.tsx';
import { KindsList } from './kinds-list.tsx';
import { keepLetters, lettersAreOn } from './letters-setting.ts';
import { LimitForm } from './limit-form.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { RecordList } from './record-list.tsx';
import { SearchField } from './search-field.tsx';
import { TogetherBar } from './together-bar.tsx';
import { useDeciding, type Deed } from './use-deciding.ts';
import { useKeys } from './use-keys.ts';
import { useSheet } from './use-sheet.ts';
import { chosenView, keepView } from './view-setting.ts';

type Said = keyof ReviewWords['said'];

/** The records of the answer: lists on the left, the records in the middle, decisions on one record on the right. */
export function Desk(): ReactNode {
  const { words, language: spoken } = useSpeech();
  const { client } = useDesk();
  const { view, reload: reloadCase, choose } = useOpenCase();
  const { reference } = view;
  const [asked, setAsked] = useState<ReviewAsked>({ filter: 'open' });
  const [current, setCurrent] = useState<string>();
  const [selected, setSelected] = useState<Selected>();
  const [form, setForm] = useState<LimitKind | 'help'>();
  const [reading, setReading] = useState<string>();
  const [chosenPages, setChosenPages] = useState<{ readonly document: string; readonly text: string }>();
  const [uncut, setUncut] = useState<Extract<Cut, { readonly kind: 'cannot' }>['reason']>();
  const [isPreview, setPreview] = useState(false);
  const [lettersOn, setLettersOn] = useState(lettersAreOn);
  const [arranged, setArranged] = useState(chosenView);
  // The records whose ends were on the screen, by their ids.
  const [met, setMet] = useState<ReadonlyMap<string, Met>>(new Map());
  const [said, setSaid] = useState<Said>();
  const [trouble, setTrouble] = useState<Trouble>();
  const { busy, give } = useDeciding(reference);
  const heading = useRef<HTMLHeadingElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const shown = useRef<string>(undefined);
  shown.current = current;
  // The last decision that the user made on this page. The user can undo it even if the page no longer shows its
  // record. `item` is missing if the decision was on several records.
  const lastDone = useRef<{ readonly commandId: string; readonly item: string | undefined }>(undefined);
  // The record that a decision has changed, while its new state is loaded.
  const loading = useRef<{ readonly id: string; readonly item: Promise<ReviewItem | undefined> }>(undefined);
  // Whether the heading of the record that is shown next takes the focus.
  const focusNext = useRef(false);

  const reader = useRef<ReturnType<typeof useSheet>>(undefined);
  // How many decisions of this user are being carried out.
  const own = useRef(0);
  const changed = useCallback(() => {
    // The response to a decision of this user has not arrived yet. That decision is the likely reason why the sheet has
    // changed.
    if (own.current > 0) return;
    setSaid('others');
    void reader.current?.reload(shown.current);
  }, []);
  const sheet = useSheet(client, reference, asked, changed);
  reader.current = sheet;
  const items = sheet.sheet?.items ?? [];
  const item = items.find(({ id }) => id === current);
  const onlyOpen = asked.filter === 'open';
  const withQuotes = (one: ReviewItem): ReviewItem => withOpenQuotes(one, sheet.loaded);
  const together = seenTogether([...sheet.loaded.values()].map(withQuotes), met, asked);

  // When a list has been loaded, its first item is shown.
  useEffect(() => {
    if (item === undefined && items[0] !== undefined) setCurrent((items.find(({ open }) => open) ?? items[0]).id);
    if (item !== undefined && focusNext.current) heading.current?.focus();
    if (item !== undefined) focusNext.current = false;
  }, [item, items]);

  /** Notes that the end of a record was on the screen. */
  const meet = (one: ReviewItem): void => setMet((before) => withMet(before, one));

  /** Makes a record the one on which keys and buttons act, because the user has moved into it. */
  const turnTo = (id: string): void => {
    if (id === current) return;
    setSelected(undefined);
    setCurrent(id);
  };

  const show = (id: string | undefined): void => {
    setTrouble(undefined);
    if (id === undefined || id === current) return;
    setSelected(undefined);
    setCurrent(id);
    // The heading of the record takes the focus, so that a screen reader reads it and Tab goes on to its values.
    requestAnimationFrame(() => heading.current?.focus());
  };

  async function go(step: 1 | -1, among: readonly ReviewItem[] = items): Promise<void> {
    const at = among.findIndex(({ id }) => id === current);
    const isLast = step === 1 && !among.slice(at + 1).some(({ open }) => !onlyOpen || open);
    const further = isLast ? await sheet.more() : [];
    const all = [...among, ...further];
    show(itemAfter(all, current, step, onlyOpen));
  }

  /** Loads the new state of a record. Drops the selection if the selected value has changed. */
  async function refreshed(of: ReviewItem): Promise<ReviewItem | undefined> {
    const answer = await sheet.refresh(of.id);
    if (answer?.ok !== true) return undefined;
    const { value } = answer;
    const textOf = ({ fields }: ReviewItem) => fields.find(({ name }) => name === selected?.field)?.value;
    if (textOf(value) !== textOf(of)) setSelected(undefined);
    return value;
  }

  /**
   * Adds `after` to the decisions: the last decision on the record, as far as this page shows. If there is a later
   * decision, the API refuses the new ones.
   */
  async function afterSeen(deed: Deed, of: ReviewItem | undefined): Promise<Deed> {
    if ('undo' in deed || of === undefined) return deed;
    const fresh = loading.current?.id === of.id ? await loading.current.item : undefined;
    const after = lastCommandOn(fresh ?? of);
    return { ...deed, decisions: deed.decisions.map((one) => (one.item === of.id ? { ...one, after } : one)) };
  }

  /** Calls `deed`. Meanwhile, a change of the sheet is not reported as a change by a colleague. */
  async function asOwn<T>(deed: () => Promise<T>): Promise<T> {
    own.current += 1;
    try {
      return await deed();
    } finally {
      own.current -= 1;
    }
  }

  async function carryOut(deed: Deed, of: ReviewItem | undefined, what: Said, goOn: boolean): Promise<boolean> {
    const done = await give(await afterSeen(deed, of));
    if (done === undefined) return false;
    setSaid(undefined);
    if (!done.ok) {
      const fresh = of === undefined ? undefined : await refreshed(of);
      // If the record has the decision, the decision was carried out, and only the response was lost.
      const isDone = fresh?.decisions.some(({ commandId }) => commandId === done.commandId) === true;
      if (!isDone) {
        await refused(done.trouble, fresh !== undefined);
        return false;
      }
    }
    setForm(undefined);
    setTrouble(undefined);
    setSaid(what);
    if ('decisions' in deed && of !== undefined) lastDone.current = { commandId: done.commandId, item: of.id };
    const isAlike = 'decisions' in deed && deed.decisions.some(({ alike }) => alike !== undefined);
    // One command can have decided on several records.
    const isOfMany = 'undo' in deed && items.filter((one) => isDecidedBy(one, deed.undo)).length > 1;
    if (isAlike || isOfMany) await sheet.reload(of?.id);
    else if (of !== undefined) {
      const item = refreshed(of);
      loading.current = { id: of.id, item };
      if (goOn)
        await go(
          1,
          items.map((one) => (one.id === of.id ? { ...one, open: false } : one)),
        );
      await item;
      if (loading.current?.item === item) loading.current = undefined;
    }
    return true;
  }

  /**
   * Shows why a decision was refused. An open form stays open, with what the user typed, unless its record has left the
   * answer.
   */
  async function refused(why: Trouble, isThere: boolean): Promise<void> {
    const isOld = why.code === 'item-changed' || why.code === 'not-found';
    setTrouble(isOld ? undefined : why);
    if (!isOld) return;
    setSaid(!isThere ? 'gone' : why.rule === 'item-decided-meanwhile' ? 'colleague' : 'changed');
    if (isThere) return;
    setForm(undefined);
    await sheet.reload();
  }

  const decide = (one: ReviewItem, doing: 'release' | 'adopt' | 'reject', what: Said): void =>
    void asOwn(async () => await carryOut({ decisions: [{ ...onItem(one), do: doing }] }, one, what, true));

  /** Decides on all records of the list that the user has seen. Either all these decisions are made, or none. */
  async function decideTogether(doing: 'release' | 'reject'): Promise<void> {
    const of = together[doing];
    if (of.length === 0) return setSaid('nothingSeen');
    const done = await give({ decisions: decisionsTogether(of, doing) });
    if (done === undefined) return;
    // The state that this page knew of these records is outdated, whether the decisions were made or refused.
    sheet.forget(of.map(({ id }) => id));
    const isOld = !done.ok && (done.trouble.code === 'item-changed' || done.trouble.code === 'not-found');
    setTrouble(done.ok || isOld ? undefined : done.trouble);
    setSaid(done.ok ? 'together' : isOld ? 'togetherChanged' : undefined);
    if (done.ok) {
      lastDone.current = { commandId: done.commandId, item: undefined };
      focusNext.current = true;
      setCurrent(undefined);
    }
    await sheet.reload();
  }

  /** Masks or withholds. After a mask the page still shows the record, because it often has more to mask. */
  const limit = (one: ReviewItem, decisions: readonly ReviewDecision[], counted?: string): void => {
    const isAny = (is: (decision: ReviewDecision) => boolean): boolean => decisions.some(is);
    const what = isAny(({ alike }) => alike !== undefined)
      ? 'everywhere'
      : isAny((decision) => decision.do === 'mask')
        ? 'masked'
        : 'withheld';
    const isWhole = isAny(
      (decision) =>
        decision.do === 'withhold' &&
        decision.alike === undefined &&
        decision.field === undefined &&
        decision.document === undefined,
    );
    const deed = { decisions, ...(counted === undefined ? {} : { sheet: counted }) };
    void asOwn(async () => {
      if (await haveCopies(decisions)) await carryOut(deed, one, what, isWhole);
    });
  };

  /**
   * Asks the server for a copy of each document without the pages that the decisions leave out. If a copy cannot be
   * made, the page shows why, and the result is `false`.
   */
  async function haveCopies(decisions: readonly ReviewDecision[]): Promise<boolean> {
    setUncut(undefined);
    for (const { document: id, pages } of decisions) {
      if (id === undefined || pages === undefined) continue;
      setTrouble(undefined);
      const answer = await client.cutDocument(reference, id, pages);
      if (!answer.ok) setTrouble(answer.trouble);
      else if (answer.value.kind === 'cannot') setUncut(answer.value.reason);
      if (!answer.ok || answer.value.kind === 'cannot') return false;
    }
    return true;
  }

  async function download(of: ReviewItem | undefined, document: ReviewItem['documents'][number]): Promise<void> {
    const answer = await client.reviewDocument(reference, document);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (!answer.ok) return;
    saveFile(document.title, answer.value);
    await sheet.refresh(of?.id);
  }

  /**
   * Opens the next document of the record that the user has not opened yet, or the first document if the user has
   * opened all.
   */
  function openNext(): void {
    setReading((item?.documents.find(({ opened }) => !opened) ?? item?.documents[0])?.id);
  }

  function togglePreview(): void {
    setPreview(!isPreview);
    focusNext.current = isPreview;
    reloadCase();
    void sheet.reload(current);
  }

  async function undoLast(): Promise<void> {
    const last = lastDone.current;
    if (last === undefined) return setSaid('nothingToUndo');
    if (!(await carryOut({ undo: last.commandId }, undefined, 'undone', false))) return;
    lastDone.current = undefined;
    if (last.item === undefined) return await sheet.reload();
    await sheet.refresh(last.item);
    show(last.item);
  }

  function act(action: ReviewAction): void {
    setSaid(undefined);
    if (isPreview && action !== 'preview' && action !== 'help' && action !== 'note') return;
    switch (action) {
      case 'preview':
        return togglePreview();
      case 'next':
        return void go(1);
      case 'previous':
        return void go(-1);
      case 'search':
        return search.current?.focus();
      case 'help':
        return setForm('help');
      case 'release-seen':
        return void asOwn(async () => await decideTogether('release'));
      case 'reject-seen':
        return void asOwn(async () => await decideTogether('reject'));
      case 'view': {
        const next = arranged === 'all' ? 'one' : 'all';
        keepView(next);
        setArranged(next);
        focusNext.current = true;
        return undefined;
      }
      case 'note': {
        const entry = moreTasks(view).request.find(({ type }) => type === 'note');
        if (entry !== undefined) choose(entry);
        return undefined;
      }
      case 'undo':
        return item === undefined ? void asOwn(undoLast) : actOn(item, action);
      case 'release':
      case 'adopt':
      case 'reject':
      case 'not-by-rule':
      case 'mask':
      case 'everywhere':
      case 'withhold':
      case 'open-documents':
        return item === undefined ? undefined : actOn(item, action);
    }
  }

  function actOn(one: ReviewItem, action: ReviewAction): void {
    const uncertain = isUncertain(one);
    if (action === 'open-documents') return openNext();
    if (action === 'undo') {
      const last = lastDecision(one);
      if (last === undefined) return void asOwn(undoLast);
      return void asOwn(async () => await carryOut({ undo: last.commandId }, one, 'undone', false));
    }
    if (action === 'reject') return decide(one, 'reject', 'rejected');
    if (action === 'not-by-rule')
      return void asOwn(async () => await carryOut({ decisions: [notByRule(one)] }, one, 'notByRule', false));
    if (action === 'adopt') return uncertain ? decide(one, 'adopt', 'adopted') : undefined;
    if (uncertain) return undefined;
    if (action === 'release') {
      if (one.open || one.decisions.length === 0) return decide(one, 'release', 'released');
      setSaid('decided');
      return void go(1);
    }
    if (action === 'mask' && selected !== undefined && isMasked(one, selected)) return setSaid('decided');
    if (action === 'mask' && selected !== undefined)
      return limit(one, [limitDecision('mask', one, { on: 'part', selected }, usualChoices)]);
    if (action === 'mask' || action === 'withhold' || action === 'everywhere') {
      setTrouble(undefined);
      setChosenPages(undefined);
      setUncut(undefined);
      setForm(action);
    }
  }

  useKeys(form === undefined, lettersOn, act);

  if (sheet.sheet === undefined)
    return sheet.trouble === undefined ? (
      <Loading />
    ) : (
      <TroubleNotice trouble={sheet.trouble} of="page" onRetry={() => void sheet.reload()} />
    );
  const { open, kinds, language } = sheet.sheet;
  const document = item?.documents.find(({ id }) => id === reading);
  const previewLabel = isPreview ? words.review.back : words.review.preview;
  const why =
    trouble === undefined ? null : (
      <TroubleNotice trouble={trouble} of="command" onReload={() => void sheet.reload(current)} />
    );
  const actionsFor = (one: ReviewItem): ItemActions => ({
    onSelect: setSelected,
    onOpen: (id) => {
      turnTo(one.id);
      setReading(id);
    },
    onWhole: () => void sheet.refresh(one.id),
    onPiece: (piece) => void sheet.refresh(one.id, piece),
    onEverywhere: ({ name, value }) => {
      setTrouble(undefined);
      setCurrent(one.id);
      setSelected({ field: name, from: 0, to: value.length });
      setForm('everywhere');
    },
  });
  const shownKind = sheet.sheet.kinds.find(
    ({ system, resource }) => system === asked.system && (asked.resource === undefined || resource === asked.resource),
  );
  const scope = asked.resource === undefined ? shownKind?.systemTitle[spoken] : shownKind?.title[spoken];
  const isInForm = form !== undefined && form !== 'help';
  return (
    <>
      <div className="row apart tools">
        <strong role="status">{words.review.left(leftToSee(kinds))}</strong>
        {isPreview ? null : (
          <SearchField
            ref={search}
            onSearch={(text) => {
              focusNext.current = true;
              setCurrent(undefined);
              setAsked({ ...asked, text, filter: text === '' ? 'open' : 'all' });
            }}
            onLeave={() => heading.current?.focus()}
          />
        )}
        {isPreview ? null : (
          <Button variant="default" onClick={() => act('view')}>
            {arranged === 'all' ? words.review.showOne : words.review.showAll}
          </Button>
        )}
        <Button variant={open === 0 && !isPreview ? 'filled' : 'default'} onClick={togglePreview}>
          {lettersOn ? words.review.key(previewLabel, 'p') : previewLabel}
        </Button>
      </div>
      {sheet.trouble === undefined ? null : (
        <TroubleNotice trouble={sheet.trouble} of="page" onRetry={() => void sheet.reload(current)} />
      )}
      <p role="status" className="announcement">
        {said === undefined ? '' : words.review.said[said]}
      </p>
      {isInForm ? null : why}
      {isPreview ? (
        <PreviewPanel sheet={sheet.sheet} />
      ) : (
        <div className="desk">
          <KindsList
            sheet={sheet.sheet}
            asked={asked}
            onAsk={(wanted) => {
              setAsked(wanted);
              setCurrent(undefined);
            }}
          />
          <section className={arranged === 'one' ? 'panel' : 'stack'} aria-label={words.review.values}>
            <TogetherBar together={together} scope={scope} busy={busy} lettersOn={lettersOn} onAct={act} />
            {item === undefined ? (
              <p>{onlyOpen ? words.review.allDone : words.review.nothing}</p>
            ) : arranged === 'all' ? (
              <RecordList
                items={items.map(withQuotes)}
                current={current}
                heading={heading}
                hasMore={sheet.sheet.next !== null}
                onMore={() => void sheet.more()}
                onCurrent={turnTo}
                onSeen={meet}
                actionsFor={actionsFor}
                onDownload={(of, one) => void download(of, one)}
              />
            ) : (
              <>
                <ItemView key={item.id} item={withQuotes(item)} heading={heading} {...actionsFor(item)} />
                <EndMark key={`${item.id} ${shownKey(withQuotes(item))}`} onSeen={() => meet(withQuotes(item))} />
              </>
            )}
            <p className="soft small">{words.review.shownIn(words.languages[language])}</p>
          </section>
          {item === undefined ? null : (
            <section className="panel" aria-label={words.review.decide}>
              <DecisionsPanel
                item={item}
                selected={selected}
                busy={busy}
                lettersOn={lettersOn}
                onAct={act}
                onUndo={(commandId) =>
                  void asOwn(async () => await carryOut({ undo: commandId }, item, 'undone', false))
                }
              />
            </section>
          )}
        </div>
      )}
      {document === undefined ? null : (
        <DocumentDialog
          key={document.id}
          reference={reference}
          document={document}
          onDownload={() => void download(item, document)}
          onLeaveOut={(text) => {
            setReading(undefined);
            setChosenPages({ document: document.id, text });
            setUncut(undefined);
            setTrouble(undefined);
            setForm('withhold');
          }}
          onClose={() => {
            setReading(undefined);
            void sheet.refresh(item?.id);
          }}
        />
      )}
      {form === 'help' ? (
        <KeysHelp
          lettersOn={lettersOn}
          onLetters={(on) => {
            keepLetters(on);
            setLettersOn(on);
          }}
          onClose={() => setForm(undefined)}
        />
      ) : null}
      {!isInForm || item === undefined ? null : (
        <LimitForm
          kind={form}
          item={item}
          selected={selected}
          pages={chosenPages}
          notice={
            uncut !== undefined ? (
              <p className="notice bad" role="alert">
                {words.review.viewer.cannotCut[uncut]} {words.review.viewer.asWhole}
              </p>
            ) : said === undefined ? (
              why
            ) : (
              <p className="notice bad" role="alert">
                {words.review.said[said]}
              </p>
            )
          }
          sheet={sheet.sheet.sheet}
          onGive={(decisions, counted) => limit(item, decisions, counted)}
          onClose={() => {
            setTrouble(undefined);
            setChosenPages(undefined);
            setUncut(undefined);
            setForm(undefined);
          }}
        />
      )}
    </>
  );
}

/** Whether a command has decided on a record. */
function isDecidedBy({ decisions }: ReviewItem, command: string): boolean {
  return decisions.some(({ commandId }) => commandId === command);
}

/** The decision that no rule releases records of this kind. */
function notByRule({ system, resource }: ReviewItem): ReviewDecision {
  return { do: 'not-by-rule', alike: { system, resource } };
}

/** Whether a decision masks exactly the selected part. */
function isMasked({ decisions }: ReviewItem, { field, from, to }: Selected): boolean {
  return decisions.some(
    (one) => one.do === 'mask' && !one.alike && one.field === field && one.from === from && one.to === to,
  );
}
