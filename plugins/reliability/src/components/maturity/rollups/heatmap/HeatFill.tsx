import { alpha, useTheme, type Theme } from '@material-ui/core/styles';
import type { HeatCell } from '@plimsoll/backstage-plugin-reliability-common';
import type { CSSProperties } from 'react';
import { points } from '../../../../utils/points';
import { statusColors, unknownPattern } from '../../../common';

/** More would make what is written on it hard to read. */
const DEEPEST = 0.4;

const signs = {
  pass: '✓',
  fail: '✕',
  unknown: '?',
  'not-applicable': '–',
  exempt: 'E',
} as const;

/** The ground of a cell. Of a dimension the red is as deep as what is missed. */
export function heatStyle(cell: HeatCell | null, theme: Theme): CSSProperties {
  const { good, bad } = statusColors(theme);
  if (!cell || cell.outcome === 'not-applicable') return {};
  const { outcome, score, coverage = 1000 } = cell;
  const hatched = { backgroundImage: unknownPattern(theme) };
  const line = `inset 0 0 0 1px ${theme.palette.divider}`;
  switch (outcome) {
    case 'pass':
      return { backgroundColor: alpha(good, 0.22) };
    case 'fail': {
      const missed = score === undefined ? 1 : (coverage - score) / 1000;
      return {
        backgroundColor: alpha(bad, 0.12 + (DEEPEST - 0.12) * missed),
        ...(coverage < 1000 && hatched),
      };
    }
    case 'unknown':
      return { ...hatched, boxShadow: line };
    default:
      return { boxShadow: line };
  }
}

/** What is written in a cell: the points of a dimension, else a sign for the outcome. */
export function heatText(cell: HeatCell | null): string {
  if (!cell) return '…';
  const { outcome, score, coverage } = cell;
  if (score === undefined || !coverage) return signs[outcome];
  return String(points(score));
}

/** One square of the legend. */
export function HeatSample({ cell }: { cell: HeatCell }) {
  const theme = useTheme();
  return (
    <span
      aria-hidden="true"
      style={{
        display: 'inline-block',
        width: 26,
        lineHeight: '20px',
        borderRadius: 3,
        textAlign: 'center',
        ...heatStyle(cell, theme),
      }}
    >
      <span style={textGround(cell, theme)}>{heatText(cell)}</span>
    </span>
  );
}

/** Lines behind a sign would cross it. */
export function textGround(
  cell: HeatCell | null,
  theme: Theme,
): CSSProperties | undefined {
  const hatched =
    cell?.outcome === 'unknown' ||
    (cell?.outcome === 'fail' && (cell.coverage ?? 1000) < 1000);
  return hatched
    ? {
        padding: '0 3px',
        borderRadius: 2,
        backgroundColor: theme.palette.background.paper,
      }
    : undefined;
}
