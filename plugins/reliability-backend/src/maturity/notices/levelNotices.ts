import { CompiledScorecard } from '@plimsoll/backstage-plugin-reliability-common';
import { Notice } from '../../readiness/notices/digest';
import { HistoryStep } from '../HistoryStore';
import { NoticeSource, ownersOf, Span } from './noticeSource';

const causes = {
  service: 'the service changed',
  rule: 'the rules changed',
  data: 'data changed',
};

const levelOf = ({ definition }: CompiledScorecard, id: string) => {
  const index = definition.levels.findIndex(level => level.id === id);
  return { index, name: definition.levels[index]?.name ?? 'no level' };
};

/** What it lost, in words; undefined where the level did not drop, or was raised again since. */
function dropped(
  { from, to, cause, flips }: HistoryStep,
  now: string,
  scorecard: CompiledScorecard,
): string | undefined {
  if (!from) return undefined;
  const before = levelOf(scorecard, from.levelId);
  const after = levelOf(scorecard, to.levelId);
  if (after.index >= before.index) return undefined;
  if (levelOf(scorecard, now).index >= before.index) return undefined;
  const lost = flips
    .filter(flip => flip.from === 'pass' || flip.to === 'fail')
    .map(
      ({ check }) =>
        scorecard.definition.checks.find(({ id }) => id === check)?.title ??
        check,
    );
  const why = [...(cause ? [causes[cause]] : []), ...lost.slice(0, 2)];
  return `${before.name} → ${after.name}${
    why.length > 0 ? ` (${why.join('; ')})` : ''
  }`;
}

/** Levels that dropped within a span of time and are not back: the owner is told. */
export async function levelNotices(
  { knex, stores, config }: NoticeSource,
  span: Span,
): Promise<Notice[]> {
  const steps = await stores.history.levelSteps(knex, span);
  const services = await stores.notices.services(knex, [
    ...new Set(steps.map(({ entityRef }) => entityRef)),
  ]);
  const keyOf = (step: HistoryStep) => `${step.scorecardId}|${step.entityRef}`;
  const last = new Map(steps.map(step => [keyOf(step), step.to.levelId]));
  return steps.flatMap((step): Notice[] => {
    const service = services.get(step.entityRef);
    const scorecard = config.scorecards.find(
      ({ definition }) => definition.id === step.scorecardId,
    );
    if (!service || !scorecard) return [];
    const words = dropped(
      step,
      last.get(keyOf(step)) ?? step.to.levelId,
      scorecard,
    );
    if (!words) return [];
    const text = `${service.title}: ${scorecard.definition.title} ${words}`;
    const to = ownersOf(service);
    return [{ kind: 'level-dropped', at: step.at, to, by: step.by, text }];
  });
}
