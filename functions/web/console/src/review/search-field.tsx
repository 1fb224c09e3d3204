import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode, type Ref } from 'react';
import { useSpeech } from '../words/language.tsx';

interface Props {
  readonly ref: Ref<HTMLInputElement>;
  /** Called with the text to find; empty: everything is listed again. */
  readonly onSearch: (text: string) => void;
  /** Called when the user presses Escape in the field. */
  readonly onLeave: () => void;
}

/** The field that searches through the records. The browser keeps nothing of what is typed. */
export function SearchField({ ref, onSearch, onLeave }: Props): ReactNode {
  const { words } = useSpeech();
  const [text, setText] = useState('');
  return (
    <form
      className="row"
      role="search"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(text.trim());
      }}
    >
      <TextInput
        ref={ref}
        aria-label={words.review.search}
        placeholder={words.review.search}
        type="text"
        maxLength={200}
        autoComplete="off"
        value={text}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onLeave();
        }}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {words.review.find}
      </Button>
      {text === '' ? null : (
        <Button
          variant="subtle"
          onClick={() => {
            setText('');
            onSearch('');
          }}
        >
          {words.review.clear}
        </Button>
      )}
    </form>
  );
}
