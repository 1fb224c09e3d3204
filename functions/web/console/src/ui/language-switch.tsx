import type { ReactNode } from 'react';
import { languages } from '#domain/language.ts';
import { useSpeech, wordsIn } from '../words/language.tsx';

export function LanguageSwitch(): ReactNode {
  const { language, words, choose } = useSpeech();
  return (
    <div className="languages" role="group" aria-label={words.frame.language}>
      {languages.map((each) => (
        <button key={each} type="button" lang={each} aria-pressed={each === language} onClick={() => choose(each)}>
          {wordsIn[each].languageName}
        </button>
      ))}
    </div>
  );
}
