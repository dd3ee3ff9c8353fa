import { OPENSLO_V1 } from './apiVersion';
import { OPTION_PREFIX, OptionName, routesText } from './options';
import { readShortSli } from './shortSli';
import { Place, Spot } from './Spot';

type Path = Place['path'];

/** An SLO that was written short, as OpenSLO. */
export interface Rewritten {
  readonly value: Record<string, unknown>;
  /** Where something of the OpenSLO document is written in the short one. */
  readonly placeOf: (path: Path) => Path;
  /** Whether the short document has errors; what is missing then has a stand-in, so that the rest is checked. */
  readonly broken: boolean;
}

/** Puts an OpenSLO document together and remembers where each member came from. */
export class Rewriter {
  readonly value: Record<string, unknown> = {};
  private readonly origins = new Map<string, Path>();

  /** Sets a member; what is undefined is left out. */
  put(to: Path, value: unknown, from: Path): void {
    this.origins.set(JSON.stringify(to), from);
    if (value === undefined || value === null) return;
    let at = this.value as Record<string | number, unknown>;
    to.slice(0, -1).forEach((key, index) => {
      at[key] ??= typeof to[index + 1] === 'number' ? [] : {};
      at = at[key] as Record<string | number, unknown>;
    });
    at[to[to.length - 1]] = value;
  }

  /** The nearest origin: of the member itself, or of what holds it. */
  readonly placeOf = (path: Path): Path => {
    for (let length = path.length; length > 0; length--) {
      const from = this.origins.get(JSON.stringify(path.slice(0, length)));
      // Only labels are written alike in both, so that the rest of the path holds.
      if (from)
        return from[0] === 'labels' ? [...from, ...path.slice(length)] : from;
    }
    return [];
  };
}

const MEMBERS = [
  'apiVersion',
  'kind',
  'name',
  'title',
  'description',
  'service',
  'labels',
  'target',
  'window',
  'good',
  'bad',
  'total',
  'counter',
  'latency',
  'threshold',
  'successRatio',
  'failureRatio',
  'pushed',
  'source',
  'slices',
  'emptySlices',
  'minFailures',
  'mode',
  'runbook',
  'reviewedOn',
  'routes',
];

const OPTIONS: readonly (readonly [string, OptionName])[] = [
  ['emptySlices', 'empty-slices'],
  ['minFailures', 'min-failures'],
  ['mode', 'mode'],
  ['runbook', 'runbook'],
  ['reviewedOn', 'reviewed-on'],
];

function putTarget(root: Spot, out: Rewriter): void {
  const target = root.at('target');
  if (target.absent) {
    root.note(
      'target-missing',
      '`target` is missing: write the percentage of good events, such as 99.9.',
    );
  }
  const value = target.number();
  const asShare = value !== undefined && value > 0 && value <= 1;
  if (asShare) {
    target.note(
      'target-range',
      `\`target\` is ${value}, but the short form has percentages: write ${Number(
        (value * 100).toPrecision(9),
      )}.`,
    );
  }
  out.put(
    ['spec', 'objectives', 0, 'targetPercent'],
    value === undefined || asShare ? 99 : value,
    ['target'],
  );
}

function putWindow(span: Spot, out: Rewriter): void {
  const to = ['spec', 'timeWindow', 0];
  out.put(['spec', 'timeWindow'], undefined, ['window']);
  if (span.absent || typeof span.value !== 'object') {
    out.put([...to, 'duration'], span.value ?? '30d', ['window']);
    out.put([...to, 'isRolling'], true, ['window']);
    return;
  }
  if (!span.members(['duration', 'startTime', 'timeZone'])) return;
  out.put([...to, 'duration'], span.at('duration').value, [
    'window',
    'duration',
  ]);
  out.put([...to, 'calendar'], {}, ['window']);
  for (const key of ['startTime', 'timeZone']) {
    out.put([...to, 'calendar', key], span.at(key).value, ['window', key]);
  }
}

function putSlices(slices: Spot, out: Rewriter): void {
  const to = ['spec', 'objectives', 0];
  if (slices.absent) {
    out.put(['spec', 'budgetingMethod'], 'Occurrences', ['slices']);
    return;
  }
  if (!slices.members(['length', 'target'])) return;
  const percent = slices.at('target').number();
  const share =
    percent === undefined ? undefined : Number((percent / 100).toPrecision(12));
  out.put(
    ['spec', 'budgetingMethod'],
    slices.at('target').absent ? 'RatioTimeslices' : 'Timeslices',
    ['slices'],
  );
  out.put([...to, 'timeSliceWindow'], slices.at('length').value ?? '5m', [
    'slices',
    'length',
  ]);
  out.put([...to, 'timeSliceTarget'], share, ['slices', 'target']);
}

function putRoutes(routes: Spot, out: Rewriter): void {
  const all = routes.list().flatMap(route => {
    if (typeof route.value === 'string') {
      return [{ name: route.value, target: route.value }];
    }
    if (!route.members(['name', 'target', 'description'])) return [];
    const name = route.at('name').text();
    const description = route.at('description').text();
    if (route.at('name').absent) {
      route.note('member-missing', '`name` of the route is missing.');
    }
    if (name === undefined) return [];
    const target = route.at('target').text() ?? name;
    return [
      { name, target, ...(description !== undefined && { description }) },
    ];
  });
  if (all.length === 0) return;
  out.put(
    ['metadata', 'annotations', `${OPTION_PREFIX}routes`],
    routesText(all),
    ['routes'],
  );
}

/**
 * Writes a short document as one OpenSLO v1 SLO, which then is compiled like any other.
 *
 * @returns undefined where it is not of kind SLO
 */
export function shortToOpenSlo(root: Spot): Rewritten | undefined {
  const kind = root.at('kind').absent
    ? root
        .at('kind')
        .note(
          'kind-unknown',
          '`kind` is missing. The short form has one: `kind: SLO`.',
        )
    : root.at('kind').oneOf(['SLO'], 'kind-unknown');
  if (!kind) return undefined;
  const before = root.findings.errors;
  root.members(MEMBERS);
  const out = new Rewriter();
  const copy = (to: Path, member: string) =>
    out.put(to, root.at(member).value, [member]);
  out.put(['apiVersion'], OPENSLO_V1, ['apiVersion']);
  copy(['kind'], 'kind');
  copy(['metadata', 'name'], 'name');
  copy(['metadata', 'displayName'], 'title');
  copy(['metadata', 'labels'], 'labels');
  for (const [member, option] of OPTIONS) {
    copy(['metadata', 'annotations', `${OPTION_PREFIX}${option}`], member);
  }
  copy(['spec', 'description'], 'description');
  const service = root.at('service');
  out.put(
    ['spec', 'service'],
    service.value ?? root.at('name').value ?? 'service',
    ['service'],
  );
  readShortSli(root, out);
  putSlices(root.at('slices'), out);
  putTarget(root, out);
  putWindow(root.at('window'), out);
  putRoutes(root.at('routes'), out);
  return {
    value: out.value,
    placeOf: out.placeOf,
    broken: root.findings.errors > before,
  };
}
