import type { ReactNode } from 'react';
import type { OrganisationView } from '../api/client.ts';
import { Facts } from '../ui/facts.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { TroubleNotice } from '../ui/trouble-notice.tsx';
import { useSpeech } from '../words/language.tsx';
import { useOrganisation } from './use-organisation.ts';

/**
 * The page that lists where the organisation's policy conflicts with the law. For each conflict the page names the
 * article and what this product does instead.
 */
export function PolicyPage({ takeFocus }: { readonly takeFocus: boolean }): ReactNode {
  const { words } = useSpeech();
  const { organisation, trouble, reload } = useOrganisation();
  const { policy } = words.pages;
  return (
    <main id="content">
      <div className="stack tight">
        <PageHeading takeFocus={takeFocus}>{policy.title}</PageHeading>
        <p className="soft reading">{policy.lead}</p>
      </div>
      {trouble === undefined ? null : <TroubleNotice trouble={trouble} of="page" onRetry={reload} />}
      {organisation === undefined && trouble === undefined ? <Loading /> : null}
      {organisation?.conflicts.length === 0 ? <p className="panel">{policy.none}</p> : null}
      {organisation?.conflicts.map((conflict) => (
        <ConflictPanel key={`${conflict.row} ${conflict.path}`} conflict={conflict} />
      ))}
    </main>
  );
}

function ConflictPanel({ conflict }: { readonly conflict: OrganisationView['conflicts'][number] }): ReactNode {
  const { words, language } = useSpeech();
  const { policy } = words.pages;
  const { title, says, law, instead, article, path } = conflict;
  return (
    <section className="panel stack reading" aria-label={title[language]}>
      <div className="row apart">
        <h2>{title[language]}</h2>
        <span className="badge">{article}</span>
      </div>
      <Facts
        facts={[
          { name: policy.says, value: says[language] },
          { name: policy.law, value: law[language] },
          { name: policy.instead, value: instead[language] },
          { name: policy.where, value: <code className="digest">{path}</code> },
        ]}
      />
    </section>
  );
}
