import { useEffect, useState } from 'react';
import type { ReviewDecision, Touched } from '#api/review.ts';
import type { Trouble } from '../api/problem.ts';
import { useOpenCase } from '../case/context.ts';
import { useDesk } from '../session/context.ts';

/** What alike decisions would change. */
export interface Touching {
  /** `undefined` while it is counted. */
  readonly touched: Touched | undefined;
  /** The number of values at an earlier count of the same decisions; `undefined` if it was never different. */
  readonly before: number | undefined;
  readonly trouble: Trouble | undefined;
}

interface Counted {
  readonly of: string;
  readonly touched: Touched;
  readonly before: number | undefined;
}

/**
 * Counts what the decisions would change, and counts again when the sheet changes. The counting needs the decisions
 * without their grounds. With no decisions nothing is counted.
 */
export function useTouched(decisions: readonly ReviewDecision[], sheet: string): Touching {
  const { client } = useDesk();
  const { reference } = useOpenCase().view;
  const [counted, setCounted] = useState<Counted>();
  const [trouble, setTrouble] = useState<Trouble>();
  const key = JSON.stringify(decisions.map(({ alike, do: kind }) => ({ alike, do: kind })));

  useEffect(() => {
    let isOld = false;
    setTrouble(undefined);
    async function count(): Promise<void> {
      if (decisions.length === 0) return;
      let sum: Touched | undefined;
      do {
        const answer = await client.touched(reference, {
          decisions: [...decisions],
          ...(sum?.next == null ? {} : { cursor: sum.next }),
        });
        if (isOld) return;
        if (!answer.ok) return setTrouble(answer.trouble);
        const { value } = answer;
        sum =
          sum === undefined
            ? value
            : {
                ...value,
                values: sum.values + value.values,
                records: sum.records + value.records,
                places: [...sum.places, ...value.places].slice(0, 20),
              };
      } while (sum.next !== null);
      const touched = sum;
      setCounted((last) => {
        const earlier = last?.of === key ? last.touched.values : undefined;
        return { of: key, touched, before: earlier === touched.values ? last?.before : earlier };
      });
    }
    void count();
    return () => {
      isOld = true;
    };
    // `key` contains everything of the decisions that the count depends on.
  }, [client, reference, key, sheet]);

  const own = counted?.of === key ? counted : undefined;
  return { touched: own?.touched, before: own?.before, trouble };
}
