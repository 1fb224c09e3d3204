import { Button, Radio, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { TroubleNotice } from '../../ui/trouble-notice.tsx';
import { useSpeech } from '../../words/language.tsx';
import { wordFor } from '../../words/words.ts';
import { useOpenCase } from '../context.ts';
import { useCommand } from '../use-command.ts';

const categories = ['complexity', 'number'] as const;

/** Extends the period (Art. 12(3)). */
export function ExtendForm(): ReactNode {
  const { words, date } = useSpeech();
  const { view, reload } = useOpenCase();
  const { busy, trouble, send } = useCommand();
  const [category, setCategory] = useState<(typeof categories)[number]>();
  const [reason, setReason] = useState('');
  const submit = (): void => {
    if (category !== undefined) send({ type: 'extend', category, reason });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p>{words.extend.until(date(view.extendedDue))}</p>
      <Radio.Group
        label={words.extend.category}
        required
        value={category ?? null}
        onChange={(value) => setCategory(categories.find((each) => each === value))}
      >
        <div className="stack tight" style={{ marginTop: '0.5rem' }}>
          {categories.map((each) => (
            <Radio key={each} value={each} label={words.extend.categories[each]} required />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={words.extend.reason}
        description={words.extend.reasonHint(wordFor(words.languages, view.language))}
        required
        rows={3}
        maxLength={4000}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {trouble === undefined ? null : (
        <TroubleNotice trouble={trouble} of="command" onReload={reload} onRetry={submit} />
      )}
      <div>
        <Button type="submit" loading={busy}>
          {words.tasks.extend.submit}
        </Button>
      </div>
    </form>
  );
}
