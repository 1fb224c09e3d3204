import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { languages, type Language } from '#domain/language.ts';
import { english } from './en.ts';
import { dateInWords, instantInWords, timeInWords } from './format.ts';
import { swedish } from './sv.ts';
import type { ConsoleWords } from './console-words.ts';

/** The texts in the chosen language, and functions that format dates and times in this language. */
export interface Speech {
  readonly language: Language;
  readonly words: ConsoleWords;
  choose(language: Language): void;
  date(date: string): string;
  /** Formats an instant in the time zone of the enclosing `InZone`. Throws outside of `InZone`. */
  instant(instant: string): string;
  /** Formats the time of day of an instant (milliseconds since the epoch). `undefined` means the reader's time zone. */
  time(instant: number, timeZone: string | undefined): string;
}

export const wordsIn: Readonly<Record<Language, ConsoleWords>> = { sv: swedish, en: english };

const SpeechContext = createContext<Omit<Speech, 'instant'> | undefined>(undefined);
const ZoneContext = createContext<string | undefined>(undefined);
const remembered = 'utdrag-console.language';

/**
 * Provides the texts to all pages. The language is the user's earlier choice, or else the first of the browser's
 * languages for which the console has texts, or else English.
 */
export function Speaking({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const speech = useMemo<Omit<Speech, 'instant'>>(
    () => ({
      language,
      words: wordsIn[language],
      choose(chosen) {
        setLanguage(chosen);
        remember(chosen);
      },
      date: (date) => dateInWords(date, language),
      time: (instant, timeZone) => timeInWords(instant, language, timeZone),
    }),
    [language],
  );
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

export function useSpeech(): Speech {
  const speech = use(SpeechContext);
  const zone = use(ZoneContext);
  if (speech === undefined) throw new Error('useSpeech is used outside of Speaking');
  return {
    ...speech,
    instant(instant) {
      if (zone === undefined) throw new Error('instant is called outside of InZone');
      return instantInWords(instant, speech.language, zone);
    },
  };
}

/**
 * Inside this component, instants are formatted in the time zone `zone` (IANA name), whatever the reader's time zone
 * is.
 */
export function InZone({ zone, children }: { readonly zone: string; readonly children: ReactNode }): ReactNode {
  return <ZoneContext value={zone}>{children}</ZoneContext>;
}

function firstLanguage(): Language {
  const wanted = [read(), ...navigator.languages.map((each) => each.slice(0, 2).toLowerCase())];
  return wanted.flatMap((each) => languages.filter((language) => language === each))[0] ?? 'en';
}

function read(): string {
  try {
    return window.localStorage.getItem(remembered) ?? '';
  } catch {
    return '';
  }
}

function remember(language: Language): void {
  try {
    window.localStorage.setItem(remembered, language);
  } catch {
    // If the browser has no storage, the chosen language is lost when the page is closed.
  }
}
