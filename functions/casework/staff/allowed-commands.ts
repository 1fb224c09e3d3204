import { asIfDecided } from '#domain/case/circumstances/while-undecided.ts';
import { decide } from '#domain/case/decide.ts';
import type { RefusedCommand } from '#domain/case/decision.ts';
import type { CaseView } from '#api/staff.ts';
import type { CaseAtHand } from '#commands/case-at-hand.ts';
import { staffCommands, type AnyStaffCommand } from '#commands/list.ts';
import type { Role } from '#commands/role.ts';
import { rolesFor } from '#commands/who-may.ts';

/** The member of staff who looks at a case: an opaque id, and their roles. */
export interface Viewer {
  readonly id: string;
  readonly roles: ReadonlySet<string>;
}

type Rule = Omit<CaseView['commands'][number]['refused'][number], 'target'>;

/**
 * Says for each command whether `viewer` may give it now, and for which targets: for example, which of the refusals can
 * be taken back. If the viewer may not give a command, the result names the rule that refuses it. Each command is
 * decided on trial with `decide`, and nothing is stored.
 */
export function allowedCommands(at: CaseAtHand, viewer: Viewer): CaseView['commands'] {
  return Object.values(staffCommands).map((command) => {
    const candidates = command.targets?.(at);
    const tried = (candidates ?? ['']).map((target) => ({
      target,
      against: standsAgainst(command, at, viewer, target),
    }));
    const refused = tried.flatMap(({ target, against }) => (against === undefined ? [] : [{ target, ...against }]));
    const allowed = refused.length < tried.length;
    const first = allowed ? undefined : (refused[0] ?? nothingToDo);
    const values = first === undefined ? command.values?.(at) : first.values;
    return {
      type: command.type,
      allowed,
      targets:
        candidates === undefined ? [] : tried.flatMap(({ target, against }) => (against === undefined ? [target] : [])),
      refused: candidates === undefined ? [] : refused,
      ...(first === undefined ? {} : { rule: first.rule }),
      ...(values === undefined ? {} : { values }),
    };
  });
}

/** The command would change nothing, or the case has no target for it. */
const nothingToDo: Rule = { rule: 'nothing-to-do' };

/**
 * The rule that refuses a command; `undefined` if it is allowed. The rules are tried in this order: the rules of the
 * domain, which apply to everybody; then `closed` of the command (for example, only other people may search this system
 * by hand); then the viewer's roles.
 */
function standsAgainst(command: AnyStaffCommand, at: CaseAtHand, viewer: Viewer, target: string): Rule | undefined {
  const law = lawAgainst(command, at, viewer, target);
  if (law !== undefined) return law;
  const closed = command.closed?.(at, target);
  if (closed !== undefined) return asRule(closed);
  const roles: readonly Role[] = rolesFor(command.type, target);
  return roles.some((role) => viewer.roles.has(role)) ? undefined : { rule: 'forbidden' };
}

function lawAgainst(command: AnyStaffCommand, at: CaseAtHand, viewer: Viewer, target: string): Rule | undefined {
  const { now } = at;
  const envelope = {
    commandId: 'trial',
    by: { kind: 'staff', id: viewer.id },
    command: command.trial(at, target),
  } as const;
  const decision = decide(at.state, envelope, now);
  if (decision.ok) return decision.events.length === 0 ? nothingToDo : undefined;
  if (decision.rule !== 'circumstance-undecided') return asRule(decision);
  // If another rule also refuses the command, that rule is named instead of `circumstance-undecided`.
  const otherwise = decide(asIfDecided(at.state), envelope, now);
  if (!otherwise.ok) return asRule(otherwise);
  return otherwise.events.length === 0 ? nothingToDo : asRule(decision);
}

function asRule({ rule, values }: RefusedCommand): Rule {
  return { rule, ...(Object.keys(values).length === 0 ? {} : { values }) };
}
