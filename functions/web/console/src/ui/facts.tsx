import type { ReactNode } from 'react';

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** A list of names and values, side by side where the screen is wide enough. */
export function Facts({
  facts,
  wide = false,
}: {
  readonly facts: readonly Fact[];
  readonly wide?: boolean;
}): ReactNode {
  return (
    <dl className={wide ? 'facts wide' : 'facts'}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
