import { EscalationAnswer, RecipientAnswer, RoutingAnswer } from './answers';

/** Whom of a schedule or a team a rule pages. */
const MODES = [
  'default',
  'next',
  'previous',
  'all',
  'users',
  'admins',
  'random',
] as const;

export type Mode = (typeof MODES)[number];

/** One thing that a level pages. */
export interface Target {
  readonly type: 'schedule' | 'user' | 'team';
  readonly id: string;
  readonly recipient: RecipientAnswer;
  readonly mode: Mode;
}

/** Whom a rotation pages, before it is known who is on call. */
export interface Plan {
  /** The first is paged first. */
  readonly levels: readonly (readonly Target[])[];
  /** Whether other rules may page others. */
  readonly estimated: boolean;
  /** Rules that could not be understood. */
  readonly unreadable: number;
  readonly warnings: readonly string[];
}

const NONE: Plan = {
  levels: [],
  estimated: false,
  unreadable: 0,
  warnings: [],
};

type Rule = NonNullable<EscalationAnswer['rules'][number]>;

const MINUTES: Readonly<Record<string, number>> = {
  seconds: 1 / 60,
  minutes: 1,
  hours: 60,
  days: 1440,
};

/** Opsgenie tells an amount and a unit, Jira minutes. @returns undefined when it is not told */
function minutesOf({ delay }: Rule): number | undefined {
  if (typeof delay === 'number') return delay;
  const unit = MINUTES[delay?.timeUnit?.toLowerCase() ?? 'minutes'];
  return delay && unit ? delay.timeAmount * unit : undefined;
}

const isNobody = ({ type }: RecipientAnswer) =>
  type === 'none' || type === 'noone';

/** @returns undefined when it cannot be followed */
function toTarget(
  recipient: RecipientAnswer | null | undefined,
  notifyType?: string | null,
): Target | undefined {
  const { type } = recipient ?? {};
  const id = recipient?.id ?? recipient?.username ?? recipient?.name;
  const mode = MODES.find(known => known === (notifyType ?? 'default'));
  if (!recipient || !id || !mode) return undefined;
  if (type !== 'schedule' && type !== 'user' && type !== 'team')
    return undefined;
  return { type, id, recipient, mode };
}

/** What an escalation pages. Rules with the same delay page at the same time: they are one level. */
export function escalationPlan({ rules, enabled }: EscalationAnswer): Plan {
  if (enabled === false) {
    return {
      ...NONE,
      warnings: ['The escalation is disabled: it pages nobody'],
    };
  }
  const levels: Target[][] = [];
  let unreadable = 0;
  let last: number | undefined;
  const known = rules.flatMap(rule => rule ?? []);
  const sorted = known.some(rule => minutesOf(rule) === undefined)
    ? known
    : known.slice().sort((a, b) => minutesOf(a)! - minutesOf(b)!);
  for (const rule of sorted) {
    const minutes = minutesOf(rule);
    if (levels.length === 0 || minutes === undefined || minutes !== last) {
      levels.push([]);
    }
    last = minutes;
    if (rule.recipient && isNobody(rule.recipient)) continue;
    const target = toTarget(rule.recipient, rule.notifyType);
    if (target) levels[levels.length - 1].push(target);
    else unreadable += 1;
  }
  return {
    ...NONE,
    levels,
    unreadable: unreadable + rules.length - known.length,
  };
}

/** What is paged when nothing speaks for another rule. */
export interface Routing {
  /** Undefined: the team has no rule. */
  readonly notify: RecipientAnswer | null | undefined;
  /** Rules for some alerts or times. */
  readonly others: number;
}

/** The rule of a team that holds for all alerts: the default one, else the last. */
export function routingOf(rules: readonly RoutingAnswer[]): Routing {
  const sorted = rules
    .slice()
    .sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || 0);
  const rule =
    sorted.find(({ isDefault }) => isDefault) ?? sorted[sorted.length - 1];
  return { notify: rule?.notify, others: Math.max(0, rules.length - 1) };
}

/** What is paged by the rule of a team, where that is no escalation. */
export function notifyPlan(notify: Routing['notify']): Plan {
  if (!notify) return { ...NONE, unreadable: 1 };
  if (isNobody(notify)) {
    const warnings = ['The default routing rule of the team pages nobody'];
    return { ...NONE, warnings };
  }
  const target = toTarget(notify);
  return target ? { ...NONE, levels: [[target]] } : { ...NONE, unreadable: 1 };
}

/** Says that other rules of the team may page others. */
export function withOthers(plan: Plan, others: number): Plan {
  if (others === 0) return plan;
  const warning = `${others} further routing rules of the team page others for some alerts or times; the default one is shown`;
  return { ...plan, estimated: true, warnings: [...plan.warnings, warning] };
}

/** A schedule alone. */
export const schedulePlan = (id: string): Plan => ({
  ...NONE,
  levels: [
    [
      {
        type: 'schedule',
        id,
        mode: 'default',
        recipient: { id } as RecipientAnswer,
      },
    ],
  ],
});

/** Ids of all targets of a kind. */
export const targetsOf = (
  { levels }: Plan,
  type: Target['type'],
): readonly string[] =>
  levels.flat().flatMap(target => (target.type === type ? target.id : []));
