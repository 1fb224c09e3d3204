import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { languages, type Language } from '#domain/language.ts';
import { rights as allRights, type Right } from '#domain/rights.ts';
import type { Registration } from '../api/client.ts';
import type { Trouble } from '../api/problem.ts';
import { instantOf } from '../logic/dates.ts';
import type { Matter } from '../logic/known.ts';
import { filled } from '../logic/typed.ts';
import { ChoiceField, LineField, SelectField, TextField, TickField, TicksField } from '../ui/fields.tsx';
import { TroubleNotice } from '../ui/trouble-notice.tsx';
import { useSpeech } from '../words/language.tsx';
import { ContactFields, contactOf, noContact } from './contact-fields.tsx';
import { IdentifierFields, type Detail } from './identifier-fields.tsx';
import { ScanField } from './scan-field.tsx';
import type { Scan } from './scan.ts';

const channels = ['post', 'phone', 'in-person', 'email', 'other'] as const;
const matters: readonly Matter[] = ['request', 'complaint', 'claim'];

interface Props {
  readonly controllers: readonly { readonly id: string; readonly name: string; readonly timeZone: string }[];
  readonly busy: boolean;
  readonly trouble: Trouble | undefined;
  readonly onSubmit: (registration: Registration) => void;
}

/**
 * The form that registers a request: what was requested, when it arrived, and the person's contact. A request is valid
 * in any form, so the form requires no signature and no customer number.
 */
export function RegisterForm({ controllers, busy, trouble, onSubmit }: Props): ReactNode {
  const { words } = useSpeech();
  const { register } = words.pages;
  const [channel, setChannel] = useState<(typeof channels)[number]>();
  const [found, setFound] = useState('');
  const [received, setReceived] = useState('');
  const [controller, setController] = useState(controllers.length === 1 ? controllers[0]?.id : undefined);
  const [matter, setMatter] = useState<Matter | undefined>('request');
  const [rights, setRights] = useState<readonly Right[]>([]);
  const [wantedLanguage, setWanted] = useState('');
  const [bundle, setBundle] = useState('');
  const [language, setLanguage] = useState<Language | undefined>('sv');
  const [contact, setContact] = useState(noContact);
  const [details, setDetails] = useState<readonly Detail[]>([]);
  const [message, setMessage] = useState('');
  const [represented, setRepresented] = useState(false);
  const [scan, setScan] = useState<Scan>();

  const zone = controllers.find(({ id }) => id === controller)?.timeZone;

  function submit(): void {
    if (zone === undefined) return;
    const receivedAt = instantOf(received, zone);
    const reached = contactOf(contact);
    if (channel === undefined || controller === undefined || matter === undefined || language === undefined) return;
    if (receivedAt === undefined || reached === undefined) return;
    onSubmit({
      controller,
      matter,
      rights: matter === 'request' ? [...rights] : [],
      language,
      wantedLanguage: filled(wantedLanguage)?.toLowerCase(),
      channel,
      receivedAt,
      contact: reached,
      identifiers: details.flatMap(({ kind, value }) => (kind === undefined ? [] : [{ kind, value }])),
      message: filled(message),
      represented,
      foundInOtherChannel: channel === 'other' ? filled(found) : undefined,
      bundle: filled(bundle),
      scan,
    });
  }

  return (
    <form
      className="panel form reading"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ChoiceField
        label={register.how}
        choices={channels}
        words={register.channels}
        value={channel}
        onChange={setChannel}
      />
      {channel === 'other' ? <LineField label={register.found} value={found} onChange={setFound} /> : null}
      <LineField
        label={register.received}
        hint={`${register.receivedHint} ${zone === undefined ? register.receivedZone : words.frame.zone(zone)}`}
        type="datetime-local"
        value={received}
        onChange={setReceived}
      />
      <SelectField
        label={register.controller}
        choices={controllers.map(({ id }) => id)}
        words={Object.fromEntries(controllers.map(({ id, name }) => [id, name]))}
        none={words.forms.none}
        value={controller}
        onChange={setController}
      />
      <ChoiceField
        label={register.matter}
        choices={matters}
        words={words.terms.matters}
        value={matter}
        onChange={setMatter}
      />
      {matter === 'request' ? (
        <TicksField
          label={register.rights}
          hint={register.rightsHint}
          choices={allRights}
          words={words.rights}
          value={rights}
          onChange={setRights}
        />
      ) : null}
      <SelectField
        label={register.language}
        hint={register.languageHint}
        choices={languages}
        words={words.languages}
        none={words.forms.none}
        value={language}
        onChange={setLanguage}
      />
      <LineField
        label={register.wanted}
        hint={register.wantedHint}
        optional
        most={3}
        value={wantedLanguage}
        onChange={setWanted}
      />
      <ContactFields value={contact} onChange={setContact} />
      <TextField label={register.message} optional rows={5} value={message} onChange={setMessage} />
      <IdentifierFields details={details} onChange={setDetails} />
      <TickField
        label={register.represented}
        hint={register.representedHint}
        value={represented}
        onChange={setRepresented}
      />
      <LineField
        label={register.bundle}
        hint={register.bundleHint}
        optional
        most={40}
        value={bundle}
        onChange={setBundle}
      />
      <ScanField onChange={setScan} />
      {trouble === undefined ? null : <TroubleNotice trouble={trouble} of="command" onRetry={submit} />}
      <div>
        <Button type="submit" loading={busy}>
          {register.submit}
        </Button>
      </div>
    </form>
  );
}
