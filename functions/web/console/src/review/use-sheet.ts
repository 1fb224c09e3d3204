import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReviewItem, ReviewPage } from '#api/review.ts';
import type { Answer, Client } from '../api/client.ts';
import type { Trouble } from '../api/problem.ts';
import { queryOf, withItems, type ReviewAsked } from '../logic/review-list.ts';

/** How often the page looks whether a colleague has decided something. */
const LOOK_MILLISECONDS = 5_000;

export interface SheetReader {
  /** The facts of the sheet, and the items that are loaded; `undefined` before the first page has come. */
  readonly sheet: ReviewPage | undefined;
  readonly trouble: Trouble | undefined;
  /** Loads the list again from its beginning. The item `keep` stays in it. */
  reload(keep?: string): Promise<void>;
  /** Loads the next page of the list, and returns its items; none if there is no other page. */
  more(): Promise<readonly ReviewItem[]>;
  /** Loads the counts again, and one item. */
  refresh(item?: string): Promise<Answer<ReviewItem> | undefined>;
}

/**
 * Loads the sheet of a case, and looks every few seconds for changes by others. `onChange` is called when there are
 * some. Only what the page shows next is loaded, because the API records each loaded item as seen.
 */
export function useSheet(client: Client, reference: string, asked: ReviewAsked, onChange: () => void): SheetReader {
  const [sheet, setSheet] = useState<ReviewPage>();
  const [trouble, setTrouble] = useState<Trouble>();
  // The number of the last reload. Responses to calls before it are too old to be shown.
  const latest = useRef(0);
  const known = useRef<ReviewPage>(undefined);
  const under = useRef<Promise<readonly ReviewItem[]>>(undefined);

  const show = useCallback((page: ReviewPage) => {
    known.current = page;
    setSheet(page);
  }, []);

  /** Reads from a cursor on. A page without items can have others after it, so those are read too. */
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
      // A decision of this user in the meantime has moved the page on, so this answer says nothing new.
      if (answer.ok && known.current === before && answer.value.sheet !== before.sheet) onChange();
    }
    return () => clearInterval(timer);
  }, [client, reference, asked, onChange]);

  return { sheet, trouble, reload, more, refresh };
}
