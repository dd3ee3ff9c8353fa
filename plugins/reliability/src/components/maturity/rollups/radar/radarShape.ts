import type { RollupFigures } from '@plimsoll/backstage-plugin-reliability-common';

/** A place in a drawing whose middle is 0, 0. */
export interface RadarPoint {
  readonly x: number;
  readonly y: number;
}

/** Where an axis stands at a share of its length; the first points up, the others follow the clock. */
export function radarPoint(
  axis: number,
  axes: number,
  radius: number,
): RadarPoint {
  const angle = (2 * Math.PI * axis) / axes - Math.PI / 2;
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

/** The score of each dimension in per mille; null where nothing is known, which is no 0. */
export function knownScores(
  dimensions: readonly string[],
  figures: Pick<RollupFigures, 'dimensions'>,
): (number | null)[] {
  return dimensions.map(name => {
    const dimension = figures.dimensions[name];
    return dimension && dimension.coverage > 0 ? dimension.score : null;
  });
}

const text = ({ x, y }: RadarPoint) => `${x.toFixed(1)},${y.toFixed(1)}`;

/** The lines of a shape: between neighbours of which both are known. */
export function radarPath(
  scores: readonly (number | null)[],
  radius: number,
): string {
  const at = (axis: number, score: number) =>
    radarPoint(axis, scores.length, (radius * score) / 1000);
  return scores
    .map((score, axis) => {
      const next = (axis + 1) % scores.length;
      const other = scores[next];
      return score === null || other === null
        ? ''
        : `M${text(at(axis, score))}L${text(at(next, other))}`;
    })
    .join('');
}

/** The outline of the whole shape to be filled; undefined where part of it is not known. */
export function radarOutline(
  scores: readonly (number | null)[],
  radius: number,
): string | undefined {
  const points: string[] = [];
  for (const [axis, score] of scores.entries()) {
    if (score === null) return undefined;
    points.push(text(radarPoint(axis, scores.length, (radius * score) / 1000)));
  }
  return points.join(' ');
}
