import { BudgetingMethod, Indicator, Objective, Sli, SloWindow } from '../slo';
import { durationMs, durationText, usualLength } from '../window';
import { DURATION_HELP, parseSloDuration } from './durations';
import { SliDraft } from './sli';
import { Spot } from './Spot';
import { percentText, warnUnreachable } from './unreachable';

const OPERATORS = ['lt', 'lte', 'gt', 'gte'] as const;
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** What is wrong with a target in parts per million, if anything. */
function targetInPpm(spot: Spot, perUnit: number): number | undefined {
  const value = spot.number();
  if (value === undefined) return undefined;
  const ppm = value * perUnit;
  const whole = Math.round(ppm);
  if (value < 0 || ppm >= 1_000_000) {
    const meant = perUnit === 1_000_000 && value >= 1 && value < 100;
    return spot.note(
      'target-range',
      meant
        ? `\`target\` is ${value}, but it is a share from 0 to below 1. Write \`targetPercent: ${value}\`.`
        : `\`${spot.key}\` is ${value}, allowed is from 0 to below ${
            1_000_000 / perUnit
          }: without a budget for errors there is nothing to spend.`,
    );
  }
  // Binary fractions are off by less than this; a finer target by at least a tenth.
  return Math.abs(ppm - whole) < 1e-6
    ? whole
    : spot.note(
        'target-too-fine',
        `\`${spot.key}\` is ${value}; targets are kept in steps of 0.0001 % (${
          1 / perUnit
        }). Round it.`,
      );
}

/** Reads `target` or `targetPercent`; parts per million. */
export function readTargetPpm(objective: Spot): number | undefined {
  const target = objective.at('target');
  const percent = objective.at('targetPercent');
  if (!target.absent && !percent.absent) {
    return objective.note(
      'target-twice',
      'An objective has either `target` or `targetPercent`, not both. Drop one.',
    );
  }
  if (target.absent && percent.absent) {
    return objective.note(
      'target-missing',
      'An objective needs `target` (a share such as 0.999) or `targetPercent` (such as 99.9).',
    );
  }
  return target.absent
    ? targetInPpm(percent, 10_000)
    : targetInPpm(target, 1_000_000);
}

function readSliceWindow(
  objective: Spot,
  method: BudgetingMethod,
  window: SloWindow | undefined,
): number | undefined {
  const spot = objective.at('timeSliceWindow');
  if (spot.absent) {
    return objective.note(
      'slice-window-missing',
      `\`budgetingMethod: ${method}\` needs \`timeSliceWindow\` on each objective, such as 5m.`,
    );
  }
  const bare = /^\d{1,6}$/.test(String(spot.value));
  const text = bare ? `${spot.value}m` : spot.text();
  if (text === undefined) return undefined;
  const duration = parseSloDuration(text);
  if (!duration) {
    return spot.note(
      'duration-invalid',
      `\`timeSliceWindow\` is "${text.slice(
        0,
        40,
      )}", but a duration is ${DURATION_HELP}.`,
    );
  }
  if (bare) {
    spot.note(
      'slice-window-number',
      `\`timeSliceWindow: ${spot.value}\` is taken as minutes. Write ${text}: other tools refuse a bare number.`,
    );
  }
  const ms = durationMs(duration);
  const fits = !window || usualLength(window) % ms === 0;
  if (ms < MINUTE || ms > DAY || DAY % ms !== 0 || !fits) {
    return spot.note(
      'slice-window-length',
      `A slice lasts from 1m to 1d and divides the day and the window without a rest, unlike ${durationText(
        duration,
      )}. Usual are 1m, 5m and 10m.`,
    );
  }
  return ms;
}

function readSliceTarget(objective: Spot): number | undefined {
  const spot = objective.at('timeSliceTarget');
  if (spot.absent) {
    return objective.note(
      'slice-target-missing',
      '`budgetingMethod: Timeslices` needs `timeSliceTarget` on each objective: from which share of good events on a slice is good, such as 0.95.',
    );
  }
  const value = spot.number();
  if (value === undefined) return undefined;
  return value > 0 && value <= 1
    ? value
    : spot.note(
        'slice-target-range',
        `\`timeSliceTarget\` is ${value}; it is a share above 0 and at most 1, such as 0.95.`,
      );
}

function warnIgnored(objective: Spot, member: string, method: string) {
  const spot = objective.at(member);
  if (spot.absent) return;
  spot.note(
    'slice-ignored',
    `\`${member}\` has no effect with \`budgetingMethod: ${method}\`. Drop it, or change the method.`,
  );
}

function readSlices(
  objective: Spot,
  method: BudgetingMethod,
  window: SloWindow | undefined,
): Pick<Indicator, 'sliceMs' | 'sliceTarget'> {
  if (method === 'Occurrences') {
    warnIgnored(objective, 'timeSliceWindow', method);
    warnIgnored(objective, 'timeSliceTarget', method);
    return {};
  }
  const sliceMs = readSliceWindow(objective, method, window);
  if (method === 'Timeslices') {
    return { sliceMs, sliceTarget: readSliceTarget(objective) };
  }
  warnIgnored(objective, 'timeSliceTarget', method);
  return { sliceMs };
}

function readSli(objective: Spot, draft: SliDraft): Sli | undefined {
  const [op, value] = [objective.at('op'), objective.at('value')];
  const { queries, title, ...sli } = draft;
  if (sli.kind !== 'threshold') {
    for (const spot of [op, value].filter(each => !each.absent)) {
      spot.note(
        'operator-ignored',
        `\`${spot.key}\` has no effect with a ratio, which compares nothing. Drop it.`,
      );
    }
    return sli;
  }
  if (op.absent) {
    objective.note(
      'operator-missing',
      'A threshold SLI needs `op` (lt, lte, gt or gte): a sample is good where `sample op value`.',
    );
  }
  if (value.absent) {
    objective.note(
      'value-missing',
      'A threshold SLI needs `value`: the number that samples are compared with.',
    );
  }
  const operator = op.oneOf(OPERATORS, 'member-type');
  const limit = value.number();
  return operator === undefined || limit === undefined
    ? undefined
    : { ...sli, op: operator, value: limit };
}

/**
 * Reads what an objective says beside its SLI.
 *
 * @param draft - its SLI; absent where that has errors, so that the others are still found
 */
export function readObjective(
  objective: Spot,
  index: number,
  about: {
    readonly draft: SliDraft | undefined;
    readonly method: BudgetingMethod;
    readonly window: SloWindow | undefined;
    readonly composite: boolean;
  },
): Objective | undefined {
  const { draft, method, window, composite } = about;
  const target = readTargetPpm(objective);
  const slices = readSlices(objective, method, window);
  const sli = draft && readSli(objective, draft);
  const title = objective.at('displayName').text();
  const weight = objective.at('compositeWeight');
  const weightValue = weight.number();
  if (composite && weightValue !== undefined && weightValue <= 0) {
    weight.note(
      'weight-range',
      `\`compositeWeight\` is ${weightValue} and must be above 0. To leave a member out, delete it.`,
    );
  }
  if (!composite && !weight.absent) {
    weight.note(
      'weight-ignored',
      '`compositeWeight` has no effect here: only objectives with their own `indicator` are members of a composite.',
    );
  }
  if (target === undefined || !sli) return undefined;
  const written = objective.at('target');
  const at = written.absent ? objective.at('targetPercent') : written;
  if (window) warnUnreachable(at, target, window);
  return {
    id: String(index + 1),
    title:
      title ?? (composite ? draft.title : undefined) ?? percentText(target),
    target,
    indicator: { sli, method, ...slices },
    ...(composite && { weight: weightValue ?? 1 }),
  };
}
