import { fieldProblems, type FieldProblem } from '#api/field-problems.ts';
import { englishRefusals } from '#domain/case/refusals/en.ts';
import { refusalInWords, type RefusalWords } from '#domain/case/refusals/in-words.ts';
import { refusalRules, type RefusalRule, type RefusalValues } from '#domain/case/refusals/rules.ts';
import { swedishRefusals } from '#domain/case/refusals/sv.ts';
import type { Language } from '#domain/language.ts';
import type { Trouble } from '../api/problem.ts';
import type { Block } from '../logic/task.ts';
import { dateInWords } from './format.ts';
import { wordFor, type ConsoleWords } from './console-words.ts';

const refusals: Readonly<Record<Language, RefusalWords>> = { sv: swedishRefusals, en: englishRefusals };

/**
 * The text of the rule that refused a command, with its dates. `undefined` if this version of the console does not know
 * the rule.
 */
export function ruleInWords({ rule, values }: Trouble, words: ConsoleWords, language: Language): string | undefined {
  return refusalOf(rule, words, language, values);
}

/** The text of a rule, with its dates and codes. `undefined` if this version of the console does not know the rule. */
export function refusalOf(
  rule: string,
  words: ConsoleWords,
  language: Language,
  values: RefusalValues = {},
): string | undefined {
  if (!isRule(rule)) return undefined;
  return refusalInWords(refusals[language], rule, values, (name, value) => {
    if (name === 'rights') return listed(value.split(', ').map((right) => wordFor(words.rights, right)));
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dateInWords(value, language) : value;
  });
}

/** The text that says why the user cannot do a task. */
export function blockInWords({ rule, values, role }: Block, words: ConsoleWords, language: Language): string {
  if (role !== undefined) return words.blocks.role(role);
  return words.blocks.rules[rule] ?? refusalOf(rule, words, language, values) ?? rule;
}

/**
 * The labels of the fields that the user must correct. If the API says what is wrong with a field, the text says it
 * after the label.
 */
export function fieldsInWords(trouble: Trouble, words: ConsoleWords, language: Language): readonly string[] {
  const { code, fields } = trouble;
  const names = fields.map(({ field }) => nameOf(field, words));
  const rule = code === 'incomplete' ? ruleInWords(trouble, words, language) : undefined;
  if (rule !== undefined) return [`${listed(names)}: ${rule}`];
  return fields.map(({ rule: problem }, index) =>
    isFieldProblem(problem) ? `${names[index] ?? ''}: ${fieldProblems[problem][language]}` : (names[index] ?? ''),
  );
}

/** The words for a path: `identifiers[0].value` gives the name of `identifiers`, 1, and the name of `value`. */
function nameOf(field: string, words: ConsoleWords): string {
  return field
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? ` ${Number(part) + 1}` : `, ${wordFor(words.fields, part)}`))
    .join('')
    .replace(', ', '');
}

function listed(texts: readonly string[]): string {
  return texts.join(', ');
}

function isRule(rule: string): rule is RefusalRule {
  return Object.hasOwn(refusalRules, rule);
}

function isFieldProblem(rule: string): rule is FieldProblem {
  return Object.hasOwn(fieldProblems, rule);
}
