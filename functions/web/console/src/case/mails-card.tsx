import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { CaseMails } from '#api/case-mail.ts';
import type { Answer } from '../api/client.ts';
import type { Trouble } from '../api/problem.ts';
import { base64Of } from '../register/scan.ts';
import { useDesk } from '../session/context.ts';
import { TroubleNotice } from '../ui/trouble-notice.tsx';
import { useSpeech } from '../words/language.tsx';
import { useOpenCase } from './context.ts';

type Mail = CaseMails['mails'][number];
/** A downloaded part of a mail: its text, or a picture as a `data:` URL. */
type Seen = { readonly text: string } | { readonly picture: string };

/**
 * The card with the mails of a case. Each part is shown only as text or as a picture, so the browser runs nothing from
 * a mail.
 */
export function MailsCard(): ReactNode {
  const { words } = useSpeech();
  const { client } = useDesk();
  const { reference } = useOpenCase().view;
  const [busy, setBusy] = useState(false);
  const [mails, setMails] = useState<readonly Mail[]>();
  const [trouble, setTrouble] = useState<Trouble>();
  async function open(): Promise<void> {
    setBusy(true);
    const answer = await client.mails(reference);
    setBusy(false);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) setMails(answer.value);
  }
  return (
    <div className="stack tight">
      {trouble === undefined ? null : <TroubleNotice trouble={trouble} of="page" onRetry={() => void open()} />}
      {mails === undefined ? (
        <>
          <p className="soft small">{words.pages.mails.logged}</p>
          <div>
            <Button variant="default" loading={busy} onClick={() => void open()}>
              {words.pages.mails.open}
            </Button>
          </div>
        </>
      ) : (
        <>
          <h3>{words.pages.mails.title}</h3>
          {mails.length === 0 ? <p className="soft">{words.pages.mails.none}</p> : null}
          {mails.map((mail) => (
            <OneMail key={mail.mail} mail={mail} reference={reference} />
          ))}
        </>
      )}
    </div>
  );
}

function OneMail({ mail, reference }: { readonly mail: Mail; readonly reference: string }): ReactNode {
  const { words } = useSpeech();
  const { client } = useDesk();
  const of = words.pages.mails;
  const heads = [
    [of.from, mail.from],
    [of.replyTo, mail.replyTo],
    [of.subject, mail.subject],
  ].filter(([, value]) => value !== '');
  return (
    <section className="stack tight" aria-label={of.mail(mail.mail, mail.date)}>
      <h4>{of.mail(mail.mail, mail.date)}</h4>
      {heads.map(([name, value]) => (
        <div key={name} className="small">
          {name}: {value}
        </div>
      ))}
      {mail.text === '' ? null : <div className="quote">{mail.text}</div>}
      {mail.hidden === '' ? null : (
        <>
          <p className="small">
            <strong>{of.hidden}</strong>
          </p>
          <div className="quote">{mail.hidden}</div>
        </>
      )}
      <Look label={of.raw} fetchIt={async () => await client.rawMail(reference, mail.mail)} />
      <ul className="lines">
        {mail.parts.map(({ part, name, type, bytes, shownAs }) => (
          <li key={part}>
            <div>{of.part(name, type, bytes)}</div>
            {shownAs === 'nothing' ? (
              <p className="soft small">{of.shownAs.nothing}</p>
            ) : (
              <Look
                label={of.shownAs[shownAs]}
                fetchIt={async () => await client.mailPart(reference, mail.mail, part)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A button that downloads a part of a mail. After the download, the text or the picture replaces the button. */
function Look({
  label,
  fetchIt,
}: {
  readonly label: string;
  readonly fetchIt: () => Promise<Answer<Blob>>;
}): ReactNode {
  const { words } = useSpeech();
  const [busy, setBusy] = useState(false);
  const [seen, setSeen] = useState<Seen>();
  const [trouble, setTrouble] = useState<Trouble>();
  async function look(): Promise<void> {
    setBusy(true);
    const answer = await fetchIt();
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) setSeen(await readBlob(answer.value));
    setBusy(false);
  }
  if (seen !== undefined)
    return 'text' in seen ? (
      <pre className="quote">{seen.text}</pre>
    ) : (
      <img src={seen.picture} alt={words.pages.mails.picture} style={{ maxWidth: '100%' }} />
    );
  return (
    <div>
      {trouble === undefined ? null : <TroubleNotice trouble={trouble} of="page" onRetry={() => void look()} />}
      <Button variant="default" size="compact-sm" loading={busy} onClick={() => void look()}>
        {label}
      </Button>
    </div>
  );
}

const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

async function readBlob(blob: Blob): Promise<Seen> {
  if (!pictures.includes(blob.type)) return { text: await blob.text() };
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return { picture: `data:${blob.type};base64,${base64Of(bytes)}` };
}
