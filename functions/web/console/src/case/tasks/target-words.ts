import { staffCommands, type StaffCommandType } from '#commands/list.ts';
import { joinLabels } from '#commands/join.ts';
import { stopProcessingLabels } from '#commands/stop-processing.ts';
import { moneyInWords } from '../../words/format.ts';
import { wordFor } from '../../words/console-words.ts';
import { useSpeech } from '../../words/language.tsx';
import { useOpenCase } from '../context.ts';
import { useRefusalNames } from './decisions/changeable-refusals.ts';

interface TargetWords {
  readonly title: string;
  readonly about?: string;
}

/**
 * Returns a function from the id of a target to its title, such as the name of a system. If there is no title, the
 * function returns the id.
 */
export function useTargetWords(type: StaffCommandType): (target: string) => TargetWords {
  const { words, language, date, instant } = useSpeech();
  const { view } = useOpenCase();
  const refusals = useRefusalNames();
  const byField: Readonly<Record<string, (target: string) => TargetWords | undefined>> = {
    asking: (target) => {
      const asking = view.askings.find((one) => one.asking === target);
      if (asking === undefined) return undefined;
      return {
        title: `${wordFor(words.law.who.about, asking.about)}, ${words.law.who.asked(instant(asking.askedAt))}`,
      };
    },
    fee: (target) => {
      const fee = view.fees.find((one) => one.fee === target);
      if (fee === undefined) return undefined;
      const amount = moneyInWords(fee.amount, fee.currency, language);
      return { title: words.law.decided.fee(amount, date(fee.answerBy)) };
    },
    refusal: (target) => ({ title: refusals[target] ?? target }),
    system: (target) => ({ title: view.systems.find(({ id }) => id === target)?.title[language] ?? target }),
    member: (target) => ({ title: words.actors.staff(target) }),
    right: (target) => ({ title: wordFor(stopProcessingLabels[language].rights, target) }),
    into: (target) => {
      const other = view.others.find(({ reference }) => reference === target);
      return other && { title: target, about: joinLabels[language].line(instant(other.receivedAt)) };
    },
  };
  const name = byField[staffCommands[type].target ?? ''];
  return (target) => name?.(target) ?? { title: target };
}
