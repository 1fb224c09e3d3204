import type { Proposal, ScreeningContext } from './proposal.ts';

/** Whether a proposal contains no data of other people, but data of the person, the controller or a public office. */
export type IsNotOthers = (text: string, proposal: Proposal) => boolean;

const offices =
  /@(?:[\w-]+\.)*(?:gov\.se|gov\.uk|gov|europa\.eu|skatteverket\.se|polisen\.se|forsakringskassan\.se|arbetsformedlingen\.se|kronofogden\.se|kronofogdemyndigheten\.se|migrationsverket\.se|imy\.se|pensionsmyndigheten\.se|transportstyrelsen\.se|csn\.se|bolagsverket\.se|konsumentverket\.se|arn\.se|domstol\.se|socialstyrelsen\.se|folkhalsomyndigheten\.se|1177\.se|riksdagen\.se|regeringskansliet\.se|kommun\.se|region\.se)$/i;
const officeMailboxes = /^(?:registrator|diarium|no-?reply|donotreply|do-not-reply|mailer-daemon|postmaster)@/i;

/** Makes the rule that recognises what need not be proposed. Spelling, case and accents make no difference. */
export function notOthers({ own, controller }: ScreeningContext): IsNotOthers {
  const ownNames = own.names.map(personWords).filter((words) => words.length > 0);
  const ownWords = new Set(ownNames.flat());
  const identifiers = new Set(own.identifiers.flatMap(({ value }) => spellings(value)));
  const domains = controller.domains.map((domain) => domain.toLowerCase().replace(/^@/, ''));
  const controllerNames = controller.names.map(fold).filter((name) => name.length > 1);
  const isController = (text: string): boolean =>
    controllerNames.some((name) => name === text || name.startsWith(`${text} `));

  return (text, { from, to, kind }) => {
    const written = text.slice(from, to);
    if (kind === 'name') {
      const words = personWords(written);
      return isController(fold(written)) || (words.length > 0 && words.every((word) => isOwnWord(ownWords, word)));
    }
    if (kind === 'sensitive') return false;
    if (kind === 'email') {
      const host = written.slice(written.lastIndexOf('@') + 1).toLowerCase();
      if (domains.some((domain) => host === domain || host.endsWith(`.${domain}`))) return true;
      if (offices.test(written) || officeMailboxes.test(written)) return true;
    }
    return spellings(written).some((spelling) => identifiers.has(spelling));
  };
}

/** The words of a name in small letters without accents; initials with one letter. */
export function personWords(name: string): readonly string[] {
  return fold(name)
    .split(/[\s,.]+/)
    .filter((word) => word !== '');
}

function isOwnWord(own: ReadonlySet<string>, word: string): boolean {
  if (own.has(word) || (word.endsWith('s') && own.has(word.slice(0, -1)))) return true;
  if (word.length === 1) return [...own].some((one) => one.startsWith(word));
  return word.includes('-') && word.split('-').every((part) => own.has(part));
}

/** The forms in which two spellings of one identifier are the same. */
function spellings(value: string): readonly string[] {
  const bare = fold(value).replaceAll(/[^\p{L}\p{N}@]/gu, '');
  if (/^\+?\d[\d\s().+/-]*$/.test(value.trim()) || /^\d+$/.test(bare)) {
    const digits = bare.replaceAll(/\D/g, '');
    // A telephone number with and without its country code, and a personnummer with and without its century.
    const national = digits.replace(/^(?:00)?46(?:0)?(?=\d{7,9}$)/, '').replace(/^0(?=\d{7,9}$)/, '');
    return [digits, `n${national}`, ...(digits.length === 12 ? [digits.slice(2)] : [])];
  }
  return [bare];
}

function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim().replaceAll(/\s+/g, ' ');
}
