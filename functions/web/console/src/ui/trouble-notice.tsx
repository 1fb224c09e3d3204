import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { mayRetry, needsReload, type Trouble, type TroubleCode } from '../api/problem.ts';
import { useSpeech } from '../words/language.tsx';
import { fieldsInWords, ruleInWords } from '../words/refused.ts';

interface Props {
  readonly trouble: Trouble;
  /** What failed: sending a command, or loading a page. */
  readonly of: 'command' | 'page';
  readonly onReload?: () => void;
  readonly onRetry?: () => void;
}

/** For these codes the notice shows the text of the code and not that of the rule, because it tells the user more. */
const tellsBetter: ReadonlySet<TroubleCode> = new Set<TroubleCode>(['incomplete', 'old-seq', 'command-id-reused']);

/** The notice about a failed call. If reloading or repeating can help, the notice has a button for it. */
export function TroubleNotice({ trouble, of, onReload, onRetry }: Props): ReactNode {
  const { words, language } = useSpeech();
  const { code, detail } = trouble;
  const rule = ruleInWords(trouble, words, language);
  const fields = fieldsInWords(trouble, words, language);
  const uncertain = code === 'unreachable' || code === 'unreadable';
  const title = of === 'page' ? words.trouble.notLoaded : uncertain ? words.trouble.uncertain : words.trouble.title;
  const reload = onReload !== undefined && needsReload(trouble);
  const retry = onRetry !== undefined && mayRetry(trouble);
  return (
    <div className="notice bad" role="alert">
      <p>
        <strong>{title}</strong>
        {rule === undefined || tellsBetter.has(code) ? words.trouble.codes[code] : rule}
        {fields.length === 0 ? '' : ` ${words.trouble.fields(fields.join('; '))}`}
      </p>
      {/* If the console has no text for the rule or the code, it shows the English explanation from the API. */}
      {rule !== undefined || detail === '' || (trouble.rule === '' && code !== 'unknown') ? null : (
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
