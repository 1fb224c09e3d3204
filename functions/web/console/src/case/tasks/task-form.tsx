import type { ReactNode } from 'react';
import type { Entry } from '../../logic/more.ts';
import { AnswerFeeForm } from './decisions/answer-fee.tsx';
import { EndForm } from './decisions/end.tsx';
import { ExtendForm } from './decisions/extend.tsx';
import { FeeForm } from './decisions/fee.tsx';
import { GiveUpForm } from './decisions/give-up.tsx';
import { RefuseForm } from './decisions/refuse.tsx';
import { ReopenForm } from './decisions/reopen.tsx';
import { StopProcessingForm } from './decisions/stop-processing.tsx';
import { TakeBackRefusalForm } from './decisions/take-back-refusal.tsx';
import { LetInForm } from './keeping/let-in.tsx';
import { LiftLegalHoldForm, SetLegalHoldForm } from './keeping/legal-hold.tsx';
import { LockOutForm } from './keeping/lock-out.tsx';
import { RecordBreachForm } from './keeping/record-breach.tsx';
import { DecideObjectionForm, ObjectToRetentionForm } from './keeping/retention-objection.tsx';
import { UpdateBreachForm } from './keeping/update-breach.tsx';
import { AnswerAskingForm } from './request/answer-asking.tsx';
import { AskForm } from './request/ask.tsx';
import { AssignForm } from './request/assign.tsx';
import { CorrectReceiptForm } from './request/correct-receipt.tsx';
import { JoinForm } from './request/join.tsx';
import { NoteForm } from './request/note.tsx';
import { RedirectForm } from './request/redirect.tsx';
import { SplitForm } from './request/split.tsx';
import { ChangeContactForm } from './who-asks/change-contact.tsx';
import { CircumstanceForm } from './who-asks/circumstance.tsx';
import { DecideCircumstanceForm } from './who-asks/decide-circumstance.tsx';
import { EnterCodeForm } from './who-asks/enter-code.tsx';
import { ConfirmContactForm } from './who-asks/confirm-contact.tsx';
import { IdentityCheckForm } from './who-asks/identity-check.tsx';
import { MandateForm } from './who-asks/mandate.tsx';
import { MoveToPostForm } from './who-asks/move-to-post.tsx';
import { OverrideProofForm } from './who-asks/override-proof.tsx';

/** The form of an entry, for its dialog; nothing for what stands on a card of its own. */
export function TaskForm({ entry: { name, offers } }: { readonly entry: Entry }): ReactNode {
  const tasks = offers.map(({ task }) => task);
  switch (name) {
    case 'note':
      return <NoteForm />;
    case 'assign':
      return <AssignForm />;
    case 'ask-identity':
      return <AskForm about="identity" />;
    case 'ask-clarification':
      return <AskForm about="clarification" />;
    case 'answer-asking':
      return <AnswerAskingForm askings={tasks.flatMap((task) => (task.type === name ? [task.asking] : []))} />;
    case 'split':
      return <SplitForm />;
    case 'join':
      return <JoinForm />;
    case 'redirect':
      return <RedirectForm />;
    case 'correct-receipt':
      return <CorrectReceiptForm />;
    case 'record-identity-check':
      return <IdentityCheckForm />;
    case 'enter-code':
      return <EnterCodeForm />;
    case 'override-proof':
      return <OverrideProofForm />;
    case 'record-mandate':
      return <MandateForm />;
    case 'mark-circumstance':
      return <CircumstanceForm />;
    case 'decide-circumstance':
      return tasks.map((task) =>
        task.type === name ? (
          <DecideCircumstanceForm key={task.circumstance.circumstance} circumstance={task.circumstance} />
        ) : null,
      );
    case 'change-contact':
      return <ChangeContactForm />;
    case 'confirm-contact':
      return <ConfirmContactForm />;
    case 'move-to-post':
      return <MoveToPostForm />;
    case 'extend':
      return <ExtendForm />;
    case 'refuse':
      return <RefuseForm />;
    case 'take-back-refusal':
      return <TakeBackRefusalForm />;
    case 'charge-fee':
      return <FeeForm />;
    case 'answer-fee':
      return <AnswerFeeForm fees={tasks.flatMap((task) => (task.type === name ? [task.fee] : []))} />;
    case 'give-up-system':
      return <GiveUpForm systems={tasks.flatMap((task) => (task.type === name ? [task.system] : []))} />;
    case 'stop-processing':
      return <StopProcessingForm />;
    case 'end':
      return <EndForm offers={offers} />;
    case 'reopen':
      return <ReopenForm />;
    case 'set-legal-hold':
      return <SetLegalHoldForm />;
    case 'lift-legal-hold':
      return <LiftLegalHoldForm />;
    case 'object-to-retention':
      return <ObjectToRetentionForm />;
    case 'decide-retention-objection':
      return <DecideObjectionForm />;
    case 'record-breach':
      return <RecordBreachForm />;
    case 'update-breach':
      return tasks.map((task) =>
        task.type === name ? <UpdateBreachForm key={task.breach.breach} breach={task.breach} /> : null,
      );
    case 'lock-out':
      return <LockOutForm />;
    case 'let-in':
      return <LetInForm />;
    case 'lift-hold':
    case 'approve-search':
    case 'decide-identifier':
    case 'record-manual-result':
    case 'retry-system':
    case 'confirm-freeze':
    case 'release':
    case 'approve-proposal':
    case 'drop-proposal':
    case 'record-posted':
      return null;
  }
}
