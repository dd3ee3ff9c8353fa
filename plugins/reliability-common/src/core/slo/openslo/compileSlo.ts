import {
  AlertRoute,
  BudgetingMethod,
  BurnCondition,
  Objective,
  Slo,
} from '../slo';
import {
  AlertShelves,
  PolicyDraft,
  readPolicy,
  referenceIn,
} from './alertPolicies';
import { readLabels, readMetadata } from './metadata';
import { Options, readOptions } from './options';
import { present } from './present';
import { readObjectives } from './readObjectives';
import { Shelf } from './Shelf';
import { QueryRole, SliContext, SliDraft } from './sli';
import { Place, Spot } from './Spot';
import { readTimeWindow } from './timeWindow';

/** Where definitions are looked up. */
export interface Shelves extends AlertShelves {
  readonly slis: Shelf<SliDraft>;
  readonly policies: Shelf<PolicyDraft>;
}

/** A query of an objective, and where it is written. @public */
export interface PlacedQuery extends Place {
  readonly objective: Objective;
  readonly role: QueryRole;
}

/** An SLO, and where its queries are written. */
export interface CompiledSlo {
  readonly slo: Slo;
  readonly queries: readonly PlacedQuery[];
}

const METHODS = ['Occurrences', 'Timeslices', 'RatioTimeslices'] as const;
const SPEC = [
  'description',
  'service',
  'indicator',
  'indicatorRef',
  'timeWindow',
  'budgetingMethod',
  'objectives',
  'alertPolicies',
];

function readMethod(spec: Spot): BudgetingMethod | undefined {
  const method = spec.at('budgetingMethod');
  if (!method.absent) return method.oneOf(METHODS, 'method-unknown');
  const sliced = !spec.at('objectives', 0, 'timeSliceTarget').absent;
  const assumed = sliced ? 'Timeslices' : 'Occurrences';
  spec.note(
    'method-missing',
    `\`budgetingMethod\` is missing; ${assumed} is assumed. Write Occurrences (count events), Timeslices (count good slices of time) or RatioTimeslices (average the slices).`,
  );
  return assumed;
}

/** Of routes with one name the first counts. */
const distinct = (routes: readonly AlertRoute[]): AlertRoute[] =>
  [
    ...new Map([...routes].reverse().map(each => [each.name, each])).values(),
  ].reverse();

function readAlerts(
  spec: Spot,
  slo: string,
  shelves: Shelves,
): { conditions: BurnCondition[]; routes: AlertRoute[] } {
  const policies = spec
    .at('alertPolicies')
    .list()
    .map((item, index) => {
      const ref = referenceIn(item, 'alertPolicyRef');
      const policy = ref
        ? shelves.policies.resolve(ref)
        : readPolicy(item, shelves, true);
      return policy && { name: `${slo}-${index + 1}`, ...policy };
    });
  const conditions = present(policies).map(
    ({ name, condition }) => condition && { policy: name, ...condition },
  );
  return {
    conditions: present(conditions),
    routes: present(policies).flatMap(({ routes }) => routes),
  };
}

/** Without a target of its own a composite has the mean of its members' targets, by weight. */
function compositeTarget(objectives: readonly Objective[]): number {
  const weights = objectives.map(({ weight = 1 }) => weight);
  const sum = objectives.reduce(
    (total, { target }, index) => total + target * weights[index],
    0,
  );
  return Math.round(sum / weights.reduce((total, each) => total + each, 0));
}

function compositeOf(
  objectives: readonly Objective[],
  { aggregation = 'weightedSum', compositeTarget: percent }: Options,
): Slo['composite'] {
  return {
    aggregation,
    target:
      percent === undefined
        ? compositeTarget(objectives)
        : Math.round(percent * 10_000),
  };
}

function warnIgnored(
  annotations: Spot,
  method: BudgetingMethod | undefined,
  composite: boolean,
): void {
  const ignored: [string, boolean, string][] = [
    ['empty-slices', method === 'Occurrences', 'slices of time'],
    ['aggregation', !composite, 'a composite'],
    ['composite-target', !composite, 'a composite'],
  ];
  for (const [name, useless, only] of ignored) {
    const spot = annotations.at(`plimsoll.dev/${name}`);
    if (!useless || spot.absent) continue;
    spot.note(
      'option-ignored',
      `\`${spot.key}\` has an effect only with ${only}. Drop it.`,
    );
  }
}

function checkService(spec: Spot): void {
  const service = spec.at('service');
  service.text();
  if (!service.absent) return;
  spec.note(
    'service-missing',
    '`service` is missing. The portal knows the service by the entity; other tools require it.',
  );
}

/**
 * Reads an SLO document.
 *
 * @returns undefined where it has errors, or refers to something that has
 */
export function compileSlo(
  root: Spot,
  shelves: Shelves,
  context: SliContext,
): CompiledSlo | undefined {
  const before = root.findings.errors;
  const metadata = root.at('metadata');
  const { name, displayName } = readMetadata(metadata, 'slo');
  const labels = readLabels(metadata.at('labels'));
  const options = readOptions(metadata.at('annotations'));
  const spec = root.at('spec');
  if (!spec.members(SPEC)) {
    return spec.absent
      ? root.note('member-missing', '`spec` is missing.')
      : undefined;
  }
  spec.at('description').within(1050);
  checkService(spec);
  const method = readMethod(spec);
  const window = readTimeWindow(spec.at('timeWindow'));
  const { read, composite } = readObjectives(spec, {
    ...context,
    method: method ?? 'Occurrences',
    window,
    slis: shelves.slis,
  });
  warnIgnored(metadata.at('annotations'), method, composite);
  const alerts = readAlerts(spec, name ?? 'slo', shelves);
  const description = spec.at('description').text() ?? '';
  if (root.findings.errors > before || !name || !method || !window) {
    return undefined;
  }
  const objectives = read.map(({ objective }) => objective);
  return {
    slo: {
      name,
      title: displayName ?? name,
      description,
      labels,
      window,
      method,
      objectives,
      ...(composite && { composite: compositeOf(objectives, options) }),
      conditions: alerts.conditions,
      routes: distinct([...alerts.routes, ...options.routes]),
      options: options.options,
    },
    queries: read.flatMap(({ objective, draft }) =>
      draft.queries.map(({ role, place }) => ({ objective, role, ...place })),
    ),
  };
}
