import { AlertRoute, BurnCondition } from '../slo';
import { durationMs } from '../window';
import { readMetadata } from './metadata';
import { Shelf } from './Shelf';
import { Spot } from './Spot';
import { readDuration } from './timeWindow';

/** A condition before it belongs to a policy. */
export type ConditionDraft = Omit<BurnCondition, 'policy'>;

/** What an alert policy says. */
export interface PolicyDraft {
  readonly name?: string;
  readonly condition?: ConditionDraft;
  readonly routes: readonly AlertRoute[];
}

const OPERATORS = ['lt', 'lte', 'gt', 'gte'] as const;
const OBJECT = ['apiVersion', 'kind', 'metadata', 'spec'];

/** `op` of a burn-rate condition. */
function readOperator(condition: Spot): BurnCondition['op'] | undefined {
  const op = condition.at('op');
  if (op.absent) {
    condition.note(
      'condition-op-missing',
      '`op` is missing; `gt` is assumed: the alert fires when the budget burns faster than `threshold`.',
    );
    return 'gt';
  }
  const operator = op.oneOf(OPERATORS, 'member-type');
  if (operator === 'lt' || operator === 'lte') {
    op.note(
      'condition-op-inverted',
      `\`op: ${operator}\` fires while the budget burns slowly, that is, when all is well. Write \`gt\` or \`gte\`.`,
    );
  }
  return operator;
}

function readThreshold(spot: Spot): number | undefined {
  if (spot.absent) {
    return spot.note(
      'member-missing',
      '`threshold` is missing: write the burn rate, such as 14.4.',
    );
  }
  const threshold = spot.number();
  return threshold !== undefined && threshold < 0
    ? spot.wrongType('a burn rate from 0')
    : threshold;
}

/** A length of time that is at least a minute; `alertAfter` may be absent or 0. */
function readLength(spot: Spot, optional: boolean): number | undefined {
  if (optional && spot.absent) return 0;
  const duration = readDuration(spot);
  if (!duration) return undefined;
  return duration.count === 0 && !optional
    ? spot.note(
        'duration-invalid',
        `\`${spot.key}\` must be longer than nothing, such as 1h.`,
      )
    : durationMs(duration);
}

function readBurnRate(condition: Spot) {
  condition.members([
    'kind',
    'op',
    'threshold',
    'lookbackWindow',
    'alertAfter',
  ]);
  if (!condition.at('kind').absent) {
    condition.at('kind').oneOf(['burnrate'] as const, 'condition-kind');
  }
  return {
    op: readOperator(condition),
    threshold: readThreshold(condition.at('threshold')),
    lookbackMs: readLength(condition.at('lookbackWindow'), false),
    alertAfterMs: readLength(condition.at('alertAfter'), true),
  };
}

/** Reads an AlertCondition, or one that is written inline. */
export function readCondition(
  definition: Spot,
  inline = false,
): ConditionDraft | undefined {
  definition.members(OBJECT);
  readMetadata(definition.at('metadata'), inline ? 'inline' : 'other');
  const spec = definition.at('spec');
  spec.members(['description', 'severity', 'condition']);
  spec.at('description').within(1050);
  const severity = spec.at('severity');
  if (severity.absent) {
    severity.note(
      'member-missing',
      '`severity` is missing: write a word such as page or ticket.',
    );
  }
  const condition = spec.at('condition');
  if (condition.absent) {
    return spec.note(
      'member-missing',
      '`condition` is missing: write `kind: burnrate`, `op`, `threshold` and `lookbackWindow`.',
    );
  }
  const { op, threshold, lookbackMs, alertAfterMs } = readBurnRate(condition);
  const severityText = severity.text();
  if (
    severityText === undefined ||
    op === undefined ||
    threshold === undefined ||
    lookbackMs === undefined ||
    alertAfterMs === undefined
  ) {
    return undefined;
  }
  return { severity: severityText, op, threshold, lookbackMs, alertAfterMs };
}

/** Reads an AlertNotificationTarget, or one that is written inline. */
export function readTarget(
  definition: Spot,
  inline = false,
): AlertRoute | undefined {
  definition.members(OBJECT);
  const { name } = readMetadata(
    definition.at('metadata'),
    inline ? 'inline' : 'other',
  );
  const spec = definition.at('spec');
  spec.members(['target', 'description']);
  spec.at('description').within(1050);
  const target = spec.at('target');
  if (target.absent) {
    return target.note(
      'member-missing',
      '`target` is missing: write who is told, such as slack, email or pagerduty.',
    );
  }
  const text = target.text();
  const description = spec.at('description').text();
  return text === undefined
    ? undefined
    : {
        name: name ?? text,
        target: text,
        ...(description !== undefined && { description }),
      };
}

/** A reference by name, as a member or as a bare text; undefined where the thing is written inline. */
export function referenceIn(spot: Spot, member: string): Spot | undefined {
  if (typeof spot.value === 'string') return spot;
  const ref = spot.at(member);
  if (ref.absent) return undefined;
  spot.members([member]);
  return ref;
}

/** Where conditions and targets are looked up. */
export interface AlertShelves {
  readonly conditions: Shelf<ConditionDraft>;
  readonly targets: Shelf<AlertRoute>;
}

function readConditions(
  spec: Spot,
  shelves: AlertShelves,
): ConditionDraft | undefined {
  const conditions = spec.at('conditions');
  const items = conditions.list();
  if (!conditions.absent && !Array.isArray(conditions.value)) return undefined;
  if (items.length !== 1) {
    return (conditions.absent ? spec : conditions).note(
      'condition-count',
      `An alert policy has exactly one condition, not ${items.length}. For more, write more policies; without one, name who is told in the annotation \`plimsoll.dev/routes\` of the SLO.`,
    );
  }
  const ref = referenceIn(items[0], 'conditionRef');
  return ref ? shelves.conditions.resolve(ref) : readCondition(items[0], true);
}

const POLICY = [
  'description',
  'alertWhenNoData',
  'alertWhenResolved',
  'alertWhenBreaching',
  'conditions',
  'notificationTargets',
];

/** Reads an AlertPolicy, or one that is written inline. */
export function readPolicy(
  definition: Spot,
  shelves: AlertShelves,
  inline = false,
): PolicyDraft | undefined {
  if (!definition.members(OBJECT)) return undefined;
  const metadata = definition.at('metadata');
  const { name } = readMetadata(metadata, inline ? 'inline' : 'other');
  const spec = definition.at('spec');
  if (!spec.members(POLICY)) {
    return spec.absent
      ? spec.note('member-missing', '`spec` of the alert policy is missing.')
      : undefined;
  }
  spec.at('description').within(1050);
  const condition = readConditions(spec, shelves);
  const breaching = spec.at('alertWhenBreaching');
  const off = breaching.flag() === false;
  if (off) {
    breaching.note(
      'condition-off',
      '`alertWhenBreaching` is false, so the condition makes no alert. The targets are told of the alerts that follow from the window.',
    );
  }
  const targets = spec.at('notificationTargets');
  const items = targets.list();
  if (items.length === 0) {
    (targets.absent ? spec : targets).note(
      'targets-missing',
      'The policy has no `notificationTargets`: nobody is told. Other tools require at least one.',
    );
  }
  const routes = items.map(item => {
    const ref = referenceIn(item, 'targetRef');
    return ref ? shelves.targets.resolve(ref) : readTarget(item, true);
  });
  return {
    name,
    condition: off ? undefined : condition,
    routes: routes.filter((route): route is AlertRoute => route !== undefined),
  };
}
