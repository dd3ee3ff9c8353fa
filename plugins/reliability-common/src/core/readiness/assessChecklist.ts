import { createFactContext, FactContext, Facts, ObservedFact } from '../facts';
import { Answer, AnswerRecord, ItemState, lifetimeOf } from './answer';
import { CompiledChecklist, CompiledItem } from './checklist';
import { isSettled, ItemTally, ReadinessCounts } from './counts';

/** What is known about one service. @public */
export interface ChecklistInput {
  /** Without readiness facts, which come from here. */
  readonly facts: Facts;
  /** `untiered` for none. */
  readonly tierId: string;
  /** By current item id; see {@link answersByItem}. */
  readonly answers: ReadonlyMap<string, AnswerRecord>;
}

/** One item of one service. @public */
export interface ItemAssessment {
  readonly id: string;
  readonly required: boolean;
  /** A rule over facts answers it. */
  readonly automatic: boolean;
  readonly state: ItemState;
  /** Met or not applicable, and ends within the time of warning. */
  readonly expiring: boolean;
  /** When the answer ends or ended; milliseconds since the epoch. Absent: never. */
  readonly expiresAt?: number;
  /** The values that the rule of an automatic item saw, by path. */
  readonly observed: Readonly<Record<string, ObservedFact>>;
}

/** One phase of a checklist of one service. @public */
export interface PhaseAssessment {
  readonly id: string;
  readonly counts: ReadinessCounts;
  /** Ids of the required items that are neither met nor not applicable. */
  readonly blocking: readonly string[];
}

/** Answers that end at the same time. @public */
export interface ExpiryForecast {
  readonly at: number;
  readonly items: readonly string[];
}

/** Everything that a checklist says about one service at one time. @public */
export interface ChecklistAssessment {
  readonly checklistId: string;
  /** Whether the checklist is for the service; unknown counts as no. */
  readonly applies: boolean;
  /** In the order of the definition. */
  readonly items: readonly ItemAssessment[];
  readonly counts: ReadinessCounts;
  /** In the order of the definition. */
  readonly phases: readonly PhaseAssessment[];
  /** What ends if nobody does anything, soonest first. */
  readonly forecast: readonly ExpiryForecast[];
  /** When what it says last changed: an answer, a doubt, an end or a fact. */
  readonly changedAt: number;
  /** When the result can change with no new answers or facts. */
  readonly nextChangeAt?: number;
}

function verified(
  { verify, definition }: CompiledItem,
  context: FactContext,
  { answer }: AnswerRecord,
): ItemState {
  if (verify) {
    const evaluation = verify.evaluate(context.values);
    if (evaluation.kind !== 'value') return 'unanswered';
    return evaluation.value ? 'met' : 'not-met';
  }
  if (!answer) return 'unanswered';
  if (answer.value === 'not-applicable') return 'not-applicable';
  const proven =
    definition.evidence !== 'required' || answer.evidence.length > 0;
  return answer.value === 'yes' && proven ? 'met' : 'not-met';
}

/** When the answer ends. A `no` does not: that something is missing stays true until somebody says otherwise. */
function endOf(
  item: CompiledItem,
  answer: Answer | undefined,
  tierId: string,
): number | undefined {
  if (item.verify || !answer || answer.value === 'no') return undefined;
  const lifetime = lifetimeOf(item.definition, tierId);
  return lifetime === undefined ? undefined : answer.at + lifetime;
}

function stateOf(
  item: CompiledItem,
  context: FactContext,
  record: AnswerRecord,
  ended: boolean,
): ItemState {
  if (record.contest) return 'contested';
  const state = verified(item, context, record);
  return ended && isSettled(state) ? 'expired' : state;
}

/** Many items share a rule such as `tier.rank <= 1`: each is evaluated once. */
class Requirements {
  private readonly known = new Map<string, boolean>();

  constructor(private readonly context: FactContext) {}

  of({ required, definition }: CompiledItem): boolean {
    if (typeof required === 'boolean') return required;
    const source = String(definition.required);
    const known = this.known.get(source);
    if (known !== undefined) return known;
    const evaluation = required.evaluate(this.context.values);
    const result = evaluation.kind !== 'value' || evaluation.value;
    this.known.set(source, result);
    return result;
  }
}

const NOTHING: ItemAssessment['observed'] = {};
const NO_ANSWER: AnswerRecord = {};

function observedBy(
  { verify }: CompiledItem,
  context: FactContext,
): ItemAssessment['observed'] {
  if (!verify) return NOTHING;
  return Object.fromEntries(
    verify.paths.map(path => [path.text, context.observe(path)]),
  );
}

function assessItem(
  item: CompiledItem,
  {
    context,
    requirements,
  }: { context: FactContext; requirements: Requirements },
  { tierId, record }: { tierId: string; record: AnswerRecord },
  { now, warnBeforeMs }: { now: number; warnBeforeMs: number },
): ItemAssessment {
  const expiresAt = endOf(item, record.answer, tierId);
  const ended = expiresAt !== undefined && expiresAt <= now;
  const state = stateOf(item, context, record, ended);
  return {
    id: item.definition.id,
    required: requirements.of(item),
    automatic: item.verify !== undefined,
    state,
    expiring:
      isSettled(state) &&
      expiresAt !== undefined &&
      expiresAt - warnBeforeMs <= now,
    ...(expiresAt !== undefined && { expiresAt }),
    observed: observedBy(item, context),
  };
}

function forecastOf(items: readonly ItemAssessment[]): ExpiryForecast[] {
  const byEnd = new Map<number, string[]>();
  for (const { id, state, expiresAt } of items) {
    if (expiresAt !== undefined && isSettled(state)) {
      byEnd.set(expiresAt, [...(byEnd.get(expiresAt) ?? []), id]);
    }
  }
  return [...byEnd]
    .sort(([one], [other]) => one - other)
    .map(([at, ids]) => ({ at, items: ids }));
}

/** A time that does not move while nothing changes, so that a reassessment that finds nothing writes nothing. */
function changedAt(
  { facts, answers }: ChecklistInput,
  items: readonly ItemAssessment[],
  warnBeforeMs: number,
  now: number,
): number {
  let latest = -Infinity;
  const add = (time: number | undefined) => {
    if (time !== undefined && time <= now && time > latest) latest = time;
  };
  for (const { id, expiresAt, observed } of items) {
    const record = answers.get(id);
    add(record?.answer?.at);
    add(record?.contest?.at);
    if (expiresAt !== undefined) {
      add(expiresAt);
      add(expiresAt - warnBeforeMs);
    }
    Object.values(observed).forEach(({ at }) => add(at));
  }
  if (latest === -Infinity) facts.forEach(({ at }) => add(at));
  return latest === -Infinity ? now : latest;
}

function nextChange(
  facts: Facts,
  items: readonly ItemAssessment[],
  warnBeforeMs: number,
  now: number,
): number | undefined {
  let soonest = Infinity;
  const add = (time: number) => {
    if (time > now && time < soonest) soonest = time;
  };
  facts.forEach(({ expiresAt }) => add(expiresAt ?? Infinity));
  for (const { expiresAt } of items) {
    if (expiresAt !== undefined) {
      add(expiresAt);
      add(expiresAt - warnBeforeMs);
    }
  }
  return soonest === Infinity ? undefined : soonest;
}

function countPhases(
  { definition }: CompiledChecklist,
  items: readonly ItemAssessment[],
): Pick<ChecklistAssessment, 'counts' | 'phases'> {
  const all = new ItemTally();
  const phases = definition.phases.map(({ id }) => ({
    id,
    tally: new ItemTally(),
    blocking: [] as string[],
  }));
  items.forEach(({ id, state, required, expiring }, index) => {
    const { weight, phase } = definition.items[index];
    const counted = { state, required, expiring, weight };
    all.add(counted);
    const within = phases.find(candidate => candidate.id === phase);
    within?.tally.add(counted);
    if (required && !isSettled(state)) within?.blocking.push(id);
  });
  return {
    counts: all.total(),
    phases: phases.map(({ id, tally, blocking }) => ({
      id,
      counts: tally.total(),
      blocking,
    })),
  };
}

/**
 * Assesses one checklist of one service: facts and answers in, the state of every item out. The only place
 * where they are computed; a forecast is the same with a later `now`.
 *
 * An item is contested while a doubt stands, whatever else is true of it. A rule decides an automatic item;
 * where it is unknown, the item is unanswered. A required rule that is unknown requires.
 *
 * @param now - milliseconds since the epoch
 *
 * @public
 */
export function assessChecklist(
  input: ChecklistInput,
  checklist: CompiledChecklist,
  now: number,
): ChecklistAssessment {
  const { facts, tierId, answers } = input;
  const { definition, warnBeforeMs } = checklist;
  const context = createFactContext(
    facts,
    checklist.integers,
    checklist.roots,
    now,
  );
  const applies = checklist.when?.evaluate(context.values);
  const asked = { context, requirements: new Requirements(context) };
  const times = { now, warnBeforeMs };
  const items = checklist.items.map(item =>
    assessItem(
      item,
      asked,
      { tierId, record: answers.get(item.definition.id) ?? NO_ANSWER },
      times,
    ),
  );
  return {
    checklistId: definition.id,
    applies:
      applies === undefined || (applies.kind === 'value' && applies.value),
    items,
    ...countPhases(checklist, items),
    forecast: forecastOf(items),
    changedAt: changedAt(input, items, warnBeforeMs, now),
    nextChangeAt: nextChange(facts, items, warnBeforeMs, now),
  };
}
