import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReviewItem, ReviewPage } from '#api/review.ts';
import type { Answer, Client } from '../api/client.ts';
import type { Trouble } from '../api/problem.ts';
import { queryOf, withItems, type ReviewAsked } from '../logic/review-list.ts';

/** How often the page checks whether a colleague has decided something. */
const LOOK_MILLISECONDS = 5_000;

export interface SheetReader {
  /** The facts of the sheet, and the items that were loaded; `undefined` until the first page is loaded. */
  readonly sheet: ReviewPage | undefined;
  readonly trouble: Trouble | undefined;
  /**
   * Loads the list again from its beginning. The item `keep` stays in the list, even if the list no longer contains it.
   */
  reload(keep?: string): Promise<void>;
  /** Loads the next page of the list, and returns its items; an empty list if there is no further page. */
  more(): Promise<readonly ReviewItem[]>;
  /** Loads the counts again, and one item. */
  refresh(item?: string): Promise<Answer<ReviewItem> | undefined>;
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
  const under = useRef<Promise<readonly ReviewItem[]>>(undefined);

  const show = useCallback((page: ReviewPage) => {
    known.current = page;
    setSheet(page);
  }, []);

  /**
   * Reads the next page with items, from a cursor on. A page without items is skipped, because further pages may follow
   * it.
   */
  const readFrom = useCallback(
    async (cursor: string | null): Promise<Answer<ReviewPage>> => {
      const answer = await client.review(reference, queryOf(asked, cursor), asked.text ?? '');
      return answer.ok && answer.value.items.length === 0 && answer.value.next !== null
        ? await readFrom(answer.value.next)
        : answer;
    },
    [client, reference, asked],
  );

  const reload = useCallback(
    async (keep?: string) => {
      const number = (latest.current += 1);
      under.current = undefined;
      const answer = await readFrom(null);
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
    async (item?: string) => {
      const [facts, one] = await Promise.all([
        client.review(reference, { ...queryOf(asked, null), limit: '1' }, ''),
        item === undefined ? undefined : client.reviewItem(reference, item),
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
      const answer = await client.review(reference, { ...queryOf(asked, null), limit: '1' }, '');
      // If the page has shown a newer state in the meantime, this response is outdated.
      if (answer.ok && known.current === before && answer.value.sheet !== before.sheet) onChange();
    }
    return () => clearInterval(timer);
  }, [client, reference, asked, onChange]);

  return { sheet, trouble, reload, more, refresh };
}
