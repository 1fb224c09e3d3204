import { Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSpeech } from '../words/language.tsx';

export function Loading(): ReactNode {
  const { words } = useSpeech();
  return (
    <div className="row" role="status">
      <Loader size="sm" aria-hidden="true" />
      {words.frame.loading}
    </div>
  );
}
