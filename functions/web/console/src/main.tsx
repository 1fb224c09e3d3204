// This import must come first, because a zod schema reads the setting when it is created.
import './without-eval.ts';
import { MantineProvider } from '@mantine/core';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { loadConfiguration } from './configuration.ts';
import { createSignIn } from './session/sign-in.ts';
import './style.css';
import { theme, variables } from './theme.ts';
import { Boundary } from './ui/boundary.tsx';
import { Speaking, useSpeech } from './words/language.tsx';

const place = document.getElementById('console');
if (place === null) throw new Error('the page has no root element for the console');
// Errors from React may contain data of a case. So React must not write them to the browser's console.
const quiet = { onCaughtError: () => undefined, onUncaughtError: () => undefined };
const root = createRoot(place, quiet);
root.render(<Page>{await content()}</Page>);

async function content(): Promise<ReactNode> {
  try {
    const configuration = await loadConfiguration(import.meta.env.BASE_URL);
    const signIn = createSignIn(configuration, window.location.origin + import.meta.env.BASE_URL);
    return <App configuration={configuration} signIn={signIn} arrival={await signIn.arrive()} />;
  } catch {
    return <NotConfigured />;
  }
}

function Page({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
        <Speaking>
          <Boundary>{children}</Boundary>
        </Speaking>
      </MantineProvider>
    </StrictMode>
  );
}

function NotConfigured(): ReactNode {
  const { words } = useSpeech();
  return (
    <main>
      <h1>{words.frame.product}</h1>
      <p className="notice bad" role="alert">
        {words.signIn.notConfigured}
      </p>
    </main>
  );
}
