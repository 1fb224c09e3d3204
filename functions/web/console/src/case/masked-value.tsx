import { Button } from '@mantine/core';
import { createContext, use, useId, useState, type ReactNode } from 'react';
import type { Trouble } from '../api/problem.ts';
import { useDesk } from '../session/context.ts';
import { TroubleNotice } from '../ui/trouble-notice.tsx';
import { useSpeech } from '../words/language.tsx';
import { useOpenCase } from './context.ts';

/** The id of the note which says that showing a value is logged. The buttons of the group refer to it. */
const NoteContext = createContext<string | undefined>(undefined);

/** A group of masked values, with one note which says that showing a value is logged. */
export function MaskedValues({ children }: { readonly children: ReactNode }): ReactNode {
  const { words } = useSpeech();
  const { view } = useOpenCase();
  const note = useId();
  return (
    <NoteContext value={note}>
      {children}
      {view.revealable.length === 0 ? null : (
        <p id={note} className="soft small">
          {words.case.reveal.logged}
        </p>
      )}
    </NoteContext>
  );
}

interface Props {
  /** The name of the value in the API: the hash of an identifier, or `contact`, `name` or `address`. */
  readonly identifier: string;
  /** What is shown instead of the value. */
  readonly masked: string;
  /** What the value is, such as "Telephone number", for users of screen readers. */
  readonly what: string;
}

/**
 * A masked value. If the API allows it, a button shows the value in place of the mask. The value is only in the state of
 * this component: it is gone when the user hides it or leaves the page, and when the case has a new commit.
 */
export function MaskedValue(props: Props): ReactNode {
  const { view } = useOpenCase();
  if (!view.revealable.includes(props.identifier)) return <span>{props.masked}</span>;
  return <Revealable key={`${view.reference} ${view.seq}`} {...props} />;
}

function Revealable({ identifier, masked, what }: Props): ReactNode {
  const { words } = useSpeech();
  const { client } = useDesk();
  const { view, reload } = useOpenCase();
  const note = use(NoteContext);
  const [busy, setBusy] = useState(false);
  const [value, setValue] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  async function show(): Promise<void> {
    setBusy(true);
    const answer = await client.reveal(view.reference, identifier);
    setBusy(false);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) setValue(answer.value.value);
  }
  // While the value is loaded, the button is not disabled, because a disabled button loses the focus.
  const press = (): void => {
    if (value !== undefined) setValue(undefined);
    else if (!busy) void show();
  };
  return (
    <>
      <span className="masked">
        {/* A screen reader reads the value when it takes the place of the mask. */}
        <span aria-live="polite" className={value === undefined ? undefined : 'revealed'}>
          {value ?? masked}
        </span>
        <Button
          variant="default"
          size="compact-sm"
          aria-busy={busy}
          {...(value === undefined && note !== undefined ? { 'aria-describedby': note } : {})}
          onClick={press}
        >
          {value === undefined ? words.case.reveal.show : words.case.reveal.hide}
          <span className="hidden">{words.case.reveal.of(what, masked)}</span>
        </Button>
      </span>
      {trouble === undefined ? null : (
        <TroubleNotice trouble={trouble} of="page" onReload={reload} onRetry={() => void show()} />
      )}
    </>
  );
}
