import type {
  ObjectiveEvaluationItem,
  SloResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { countText, shareText, sliText, targetText } from './numbers';

/** One line of a calculation: a formula by its key, the same with numbers, and what it comes to. */
export interface FormulaLine {
  key:
    | 'sliEvents'
    | 'sliSlices'
    | 'sliMean'
    | 'spentEvents'
    | 'spentCalendar'
    | 'spentSlices'
    | 'spentRatio'
    | 'spentRatioCalendar'
    | 'spentSum'
    | 'spentAverage'
    | 'spentWorst'
    | 'left';
  numbers: string;
  result: string;
}

type Line = Omit<FormulaLine, 'result'>;

/** Numbers of one objective that is known. */
interface Known {
  sli: number;
  consumed: number;
  target: number;
  bad: number;
  total: number;
  /** Of a calendar period. */
  calendar: boolean;
}

const allowed = (target: number) => (1_000_000 - target) / 1_000_000;
const allowedText = (target: number) => targetText(1_000_000 - target);
const shareOrDoubt = (share: number | null) =>
  share === null ? '?' : shareText(share);

/**
 * Of a calendar period the share that is over. It is read off the result, because corrections shorten both
 * the period and what is over of it.
 */
function overText({ calendar, sli, consumed, target }: Known) {
  const soFar = (1 - sli) / allowed(target);
  return calendar && soFar > 0
    ? ` × ${shareText(consumed / soFar)}`
    : undefined;
}

function ofEvents(known: Known): [Line, Line] {
  const parts = `${countText(known.bad)} ÷ ${countText(known.total)}`;
  const over = overText(known);
  return [
    { key: 'sliEvents', numbers: `1 − ${parts}` },
    {
      key: over ? 'spentCalendar' : 'spentEvents',
      numbers: `(${parts}) ÷ ${allowedText(known.target)}${over ?? ''}`,
    },
  ];
}

function ofSlices(known: Known): [Line, Line] {
  const { bad, total, consumed, target } = known;
  // Of a calendar period the budget is a share of all its slices, also of those to come.
  const inPeriod =
    consumed > 0 ? Math.round(bad / (allowed(target) * consumed)) : total;
  const count = countText(bad);
  return [
    { key: 'sliSlices', numbers: `1 − ${count} ÷ ${countText(total)}` },
    {
      key: 'spentSlices',
      numbers: `${count} ÷ (${allowedText(target)} × ${countText(inPeriod)})`,
    },
  ];
}

function ofMeans(known: Known): [Line, Line] {
  const over = overText(known);
  const lacking = `(1 − ${sliText(known.sli, known.target)})`;
  return [
    { key: 'sliMean', numbers: countText(known.total) },
    {
      key: over ? 'spentRatioCalendar' : 'spentRatio',
      numbers: `${lacking} ÷ ${allowedText(known.target)}${over ?? ''}`,
    },
  ];
}

/** How the members of a composite become one. */
function ofMembers(slo: SloResponse, whole: ObjectiveEvaluationItem): Line[] {
  const members = slo.evaluations.filter(({ id }) => id !== whole.id);
  const weights = members.map(({ weight }) => weight ?? 1);
  const spent = members.map(({ budget }) => shareOrDoubt(budget.consumed));
  const terms = weights.map((weight, index) => `${weight} × ${spent[index]}`);
  switch (slo.composite?.aggregation) {
    case 'worst':
      return [{ key: 'spentWorst', numbers: spent.join(', ') }];
    case 'weightedAverage': {
      const sum = weights.reduce((all, weight) => all + weight, 0);
      const numbers = `(${terms.join(' + ')}) ÷ ${Number(sum.toFixed(6))}`;
      return [{ key: 'spentAverage', numbers }];
    }
    default:
      return slo.method === 'Occurrences'
        ? [{ key: 'spentSum', numbers: terms.join(' + ') }]
        : [];
  }
}

/**
 * How the budget of an objective was computed, line by line, with the numbers that were measured. Nothing
 * where it is not known, or where the source reports the result alone.
 */
export function formulaOf(
  slo: SloResponse,
  objective: ObjectiveEvaluationItem,
): FormulaLine[] {
  const { target, budget } = objective;
  const { sli, consumed, remaining, bad, total } = budget;
  if (sli === null || consumed === null || remaining === null) return [];
  if (slo.mode === 'reported') return [];
  const spent = shareText(consumed);
  const left: FormulaLine = {
    key: 'left',
    numbers: `1 − ${spent}`,
    result: shareText(remaining),
  };
  if (slo.composite && objective.weight === null) {
    const lines = ofMembers(slo, objective);
    return [...lines.map(line => ({ ...line, result: spent })), left];
  }
  if (bad === null || !total) return [left];
  const calendar = budget.window.kind === 'calendar';
  const compute = {
    Occurrences: ofEvents,
    Timeslices: ofSlices,
    RatioTimeslices: ofMeans,
  }[slo.method];
  const known = { sli, consumed, target, bad, total, calendar };
  const [good, gone] = compute(known);
  return [
    { ...good, result: sliText(sli, target) },
    { ...gone, result: spent },
    left,
  ];
}
