import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReviewItem, ReviewPage } from '#api/review.ts';
import type { Answer, Client, ValuePiece } from '../api/client.ts';
import type { Trouble } from '../api/problem.ts';
import { factsQueryOf, queryOf, withItems, type ReviewAsked } from '../logic/review-list.ts';

/** How often the page checks whether a colleague has decided something. */
const LOOK_MILLISECONDS = 5_000;

export interface SheetReader {
  /** The facts of the sheet, and the items that were loaded; `undefined` until the first page is loaded. */
  readonly sheet: ReviewPage | undefined;
  readonly trouble: Trouble | undefined;
  /** The newest state of every item that was loaded since the page was opened, also of those on other lists. */
  readonly loaded: ReadonlyMap<string, ReviewItem>;
  /**
   * Loads the list again from its beginning. With `keep`, as many items are loaded as before, and the item `keep` stays in
   * the list, even if the list no longer contains it.
   */
  reload(keep?: string): Promise<void>;
  /** Loads the next page of the list, and returns its items; an empty list if there is no further page. */
  more(): Promise<readonly ReviewItem[]>;
  /** Drops items from `loaded`, because their state is not known any more. */
  forget(items: readonly string[]): void;
  /** Loads the counts again, and one item. `piece`: the place from which a long value of the item is loaded. */
  refresh(item?: string, piece?: ValuePiece): Promise<Answer<ReviewItem> | undefined>;
}

/**
 * Loads the sheet of a case, and checks every few seconds whether others have changed it. If so, calls `onChange`. Only
 * what the page shows next is loaded, because the API records each loaded item as seen.
 */
export function useSheet(client: Client, reference: string, asked: ReviewAsked, onChange: () => void): SheetReader {
  const [sheet, setSheet] = useState<ReviewPage>();
  const [trouble, setTrouble] = useState<Trouble>();
  // The number of the last reload. A response to an earlier call is outdated and is not shown.
  const latest = useRef(0);
  const known = useRef<ReviewPage>(undefined);
  const loaded = useRef(new Map<string, ReviewItem>());
  const under = useRef<Promise<readonly ReviewItem[]>>(undefined);

  const show = useCallback((page: ReviewPage) => {
    known.current = page;
    for (const one of page.items) loaded.current.set(one.id, one);
    setSheet(page);
  }, []);

  /**
   * Reads items from a cursor on: one page or, for `atLeast` items, several. A page can have no items although further
   * pages follow.
   */
  const readFrom = useCallback(
    async (cursor: string | null, atLeast = 1): Promise<Answer<ReviewPage>> => {
      const answer = await client.review(reference, queryOf(asked, cursor, atLeast), asked.text ?? '');
      if (!answer.ok || answer.value.items.length >= atLeast || answer.value.next === null) return answer;
      const further = await readFrom(answer.value.next, atLeast - answer.value.items.length);
      return further.ok
        ? { ok: true, value: { ...further.value, items: [...answer.value.items, ...further.value.items] } }
        : further;
    },
    [client, reference, asked],
  );

  const reload = useCallback(
    async (keep?: string) => {
      const number = (latest.current += 1);
      under.current = undefined;
      // The user stays where they are in a long list.
      const answer = await readFrom(null, keep === undefined ? 1 : (known.current?.items.length ?? 1));
      const isListed = answer.ok && answer.value.items.some(({ id }) => id === keep);
      const kept = keep === undefined || isListed ? undefined : await client.reviewItem(reference, keep);
      if (number !== latest.current) return;
      setTrouble(answer.ok ? undefined : answer.trouble);
      if (answer.ok)
        show({ ...answer.value, items: [...(kept?.ok === true ? [kept.value] : []), ...answer.value.items] });
    },
    [client, reference, readFrom, show],
  );

  const more = useCallback(async (): Promise<readonly ReviewItem[]> => {
    const cursor = known.current?.next ?? null;
    if (cursor === null) return [];
    if (under.current !== undefined) return await under.current;
    const number = latest.current;
    const load = async (): Promise<readonly ReviewItem[]> => {
      const answer = await readFrom(cursor);
      if (number !== latest.current) return [];
      if (!answer.ok) {
        setTrouble(answer.trouble);
        return [];
      }
      show({ ...answer.value, items: [...withItems(known.current?.items ?? [], answer.value.items)] });
      return answer.value.items;
    };
    under.current = load();
    const items = await under.current;
    under.current = undefined;
    return items;
  }, [readFrom, show]);

  const refresh = useCallback(
    async (item?: string, piece?: ValuePiece) => {
      const [facts, one] = await Promise.all([
        client.review(reference, factsQueryOf(asked), ''),
        item === undefined ? undefined : client.reviewItem(reference, item, piece),
      ]);
      const before = known.current;
      if (before !== undefined && facts.ok) {
        const { sheet: hash, open, kinds } = facts.value;
        const items = one?.ok === true ? withItems(before.items, [one.value]) : before.items;
        show({ ...before, sheet: hash, open, kinds, items: [...items] });
      }
      return one;
    },
    [client, reference, asked, show],
  );

  useEffect(() => {
    void reload();
    return () => {
      latest.current += 1;
    };
  }, [reload]);

  useEffect(() => {
    const timer = setInterval(() => void look(), LOOK_MILLISECONDS);
    async function look(): Promise<void> {
      const before = known.current;
      if (document.visibilityState !== 'visible' || before === undefined) return;
      const answer = await client.review(reference, factsQueryOf(asked), '');
      // If the page has shown a newer state in the meantime, this response is outdated.
      if (answer.ok && known.current === before && answer.value.sheet !== before.sheet) onChange();
    }
    return () => clearInterval(timer);
  }, [client, reference, asked, onChange]);

  const forget = useCallback((items: readonly string[]) => {
    for (const id of items) loaded.current.delete(id);
  }, []);

  return { sheet, trouble, loaded: loaded.current, reload, more, forget, refresh };
}
