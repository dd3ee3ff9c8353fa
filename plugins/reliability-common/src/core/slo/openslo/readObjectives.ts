import { BudgetingMethod, Objective, SloWindow } from '../slo';
import { readObjective } from './objectives';
import { present } from './present';
import { Shelf } from './Shelf';
import { readSli, SliContext, SliDraft } from './sli';
import { PUSHED_SOURCE } from './sources';
import { Spot } from './Spot';

/** An objective and the SLI it came of. */
export interface ReadObjective {
  readonly objective: Objective;
  readonly draft: SliDraft;
}

/** What reading objectives needs to know of the SLO and of the world. */
export interface ObjectivesContext extends SliContext {
  readonly method: BudgetingMethod;
  /** Absent where it has errors. */
  readonly window: SloWindow | undefined;
  readonly slis: Shelf<SliDraft>;
}

/** Each is evaluated, stored and shown apart. */
const MOST_OBJECTIVES = 50;

const MEMBERS = [
  'displayName',
  'op',
  'value',
  'target',
  'targetPercent',
  'timeSliceTarget',
  'timeSliceWindow',
  'indicator',
  'indicatorRef',
  'compositeWeight',
];

const hasSli = (spot: Spot) =>
  !spot.at('indicator').absent || !spot.at('indicatorRef').absent;

/** The SLI of `spec` or of an objective. */
function readIndicator(
  holder: Spot,
  context: ObjectivesContext,
): SliDraft | undefined {
  const inline = holder.at('indicator');
  const ref = holder.at('indicatorRef');
  if (!inline.absent && !ref.absent) {
    return ref.note(
      'indicator-twice',
      'Write either `indicator` (the SLI itself) or `indicatorRef` (its name), not both.',
    );
  }
  if (ref.absent) {
    return inline.members(['apiVersion', 'kind', 'metadata', 'spec'])
      ? readSli(inline, context, true)
      : undefined;
  }
  const draft = context.slis.resolve(ref);
  // A definition of another file is no place to point at in this one.
  return (
    draft && {
      ...draft,
      queries: draft.queries.map(query =>
        query.place.document < 0 ? { ...query, place: ref.place } : query,
      ),
    }
  );
}

function checkPlacement(spec: Spot, items: readonly Spot[]): void {
  const onSpec = hasSli(spec);
  const onSome = items.some(hasSli);
  if (!onSpec && !onSome) {
    spec.note(
      'indicator-missing',
      'The SLO has no SLI: write `indicator`, or the name of one as `indicatorRef`, on `spec`; for a composite on each objective.',
    );
  }
  if (onSpec && onSome) {
    spec.note(
      'indicator-on-both-levels',
      'An SLI is on `spec` and on an objective. Keep it on `spec` for a plain SLO, or on each objective for a composite.',
    );
  }
  for (const item of onSome && !onSpec ? items : []) {
    if (!hasSli(item)) {
      item.note(
        'indicator-missing',
        'Other objectives have an SLI of their own, so that this is a composite: this one needs `indicator` or `indicatorRef` too.',
      );
    }
  }
}

/** Of a composite with slices all have the same length, as a slice is bad when that of any member is. */
function checkSlices(spots: readonly Spot[], read: readonly ReadObjective[]) {
  const first = read[0]?.objective.indicator.sliceMs;
  read.forEach(({ objective: { id, indicator } }) => {
    if (indicator.sliceMs === first) return;
    spots[Number(id) - 1]
      .at('timeSliceWindow')
      .note(
        'slice-window-differs',
        'All members of a composite need the same `timeSliceWindow`.',
      );
  });
}

/** Samples are pushed for an SLO as a whole: two members would both count all of them. */
function checkPushed(spots: readonly Spot[], read: readonly ReadObjective[]) {
  read
    .filter(({ draft }) =>
      draft.queries.some(({ query }) => query.source === PUSHED_SOURCE),
    )
    .slice(1)
    .forEach(({ objective }) =>
      spots[Number(objective.id) - 1].note(
        'pushed-members',
        'Samples are pushed for an SLO and name no member of it, so that only one member of a composite can be pushed. Make an SLO of each.',
      ),
    );
}

/** Reads `spec.objectives` with their SLIs; those that are wrong are left out. */
export function readObjectives(
  spec: Spot,
  context: ObjectivesContext,
): { readonly read: ReadObjective[]; readonly composite: boolean } {
  const list = spec.at('objectives');
  const items = list.list();
  if (items.length === 0 && (list.absent || Array.isArray(list.value))) {
    (list.absent ? spec : list).note(
      'objectives-missing',
      '`objectives` needs at least one item with `target` or `targetPercent`.',
    );
  }
  if (items.length > MOST_OBJECTIVES) {
    list.note(
      'objectives-many',
      `\`objectives\` has ${items.length} items, at most ${MOST_OBJECTIVES} are read. Split the SLO.`,
    );
    return { read: [], composite: false };
  }
  const composite = items.some(hasSli);
  checkPlacement(spec, items);
  const shared = hasSli(spec) ? readIndicator(spec, context) : undefined;
  const read = present(
    items.map((item, index) => {
      if (!item.members(MEMBERS)) {
        return item.absent ? item.wrongType('a group of members') : undefined;
      }
      const draft = hasSli(item) ? readIndicator(item, context) : shared;
      const objective = readObjective(item, index, {
        ...context,
        draft,
        composite,
      });
      return objective && draft && { objective, draft };
    }),
  );
  if (composite) {
    checkSlices(items, read);
    checkPushed(items, read);
  }
  return { read, composite };
}
