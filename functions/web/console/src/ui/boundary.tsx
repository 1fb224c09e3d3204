import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useSpeech } from '../words/language.tsx';

interface Props {
  readonly children: ReactNode;
}

/** Shows an error message in place of its children if one of them throws while it renders. */
export class Boundary extends Component<Props, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Broken /> : this.props.children;
  }
}

function Broken(): ReactNode {
  const { words } = useSpeech();
  return (
    <main>
      <div className="panel stack" role="alert">
        <h1>{words.frame.broken}</h1>
        <p>{words.frame.brokenText}</p>
        <div>
          <Button onClick={() => window.location.reload()}>{words.frame.reloadPage}</Button>
        </div>
      </div>
    </main>
  );
}
