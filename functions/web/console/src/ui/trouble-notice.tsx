import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { mayRetry, needsReload, type Trouble } from '../api/problem.ts';
import { useSpeech } from '../words/language.tsx';

interface Props {
  readonly trouble: Trouble;
  /** What failed: something that was to be done, or the loading of a page. */
  readonly of: 'command' | 'page';
  readonly onReload?: () => void;
  readonly onRetry?: () => void;
}

/** Says in words what went wrong, and offers the way on. */
export function TroubleNotice({ trouble, of, onReload, onRetry }: Props): ReactNode {
  const { words, language } = useSpeech();
  const { code, detail, fields } = trouble;
  const uncertain = code === 'unreachable' || code === 'unreadable';
  const title = of === 'page' ? words.trouble.notLoaded : uncertain ? words.trouble.uncertain : words.trouble.title;
  const reload = onReload !== undefined && needsReload(trouble);
  const retry = onRetry !== undefined && mayRetry(trouble);
  return (
    <div className="notice bad" role="alert">
      <p>
        <strong>{title}</strong>
        {words.trouble.codes[code]}
        {fields.length === 0 ? '' : ` ${words.trouble.fields(fields.join(', '))}`}
      </p>
      {/* The interface explains itself in English only. */}
      {detail === '' || code === 'old-seq' ? null : (
        <p className="small soft" lang={language === 'en' ? undefined : 'en'}>
          {detail}
        </p>
      )}
      {reload || retry ? (
        <div className="row">
          {reload ? <Button onClick={onReload}>{words.trouble.reloadCase}</Button> : null}
          {retry ? <Button onClick={onRetry}>{words.trouble.tryAgain}</Button> : null}
        </div>
      ) : null}
    </div>
  );
}
