import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Report,
  WhatIf,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { points, pointsMissing } from '../../../../utils/points';

const useStyles = makeStyles({
  // The list below must not jump when a tick changes the words.
  root: { minHeight: 52 },
  result: { fontWeight: 600, fontSize: '1.125rem' },
});

/** What the service would be, and what would then be next. */
export function WhatIfResult(props: {
  report: Report;
  /** With nothing ticked, and with what is. */
  before: WhatIf;
  found: WhatIf;
  ticks: number;
}) {
  const { report, before, found, ticks } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const nameOf = (index: number) =>
    report.levels[index]?.name ?? t('common.level.none');
  const now = {
    level: nameOf(before.level),
    score: String(points(before.score)),
  };
  const then = {
    level: nameOf(found.level),
    score: String(points(found.score)),
  };
  const next = () => {
    if (!found.nextLevel) return t('previews.whatIf.top');
    const { level: index, blocking, missingScore } = found.nextLevel;
    const level = nameOf(index);
    if (found.nextLevel.nothingApplies) {
      return t('previews.whatIf.blocked', { level });
    }
    if (blocking.length > 0) {
      return t('previews.whatIf.next', { count: blocking.length, level });
    }
    return t('previews.whatIf.points', {
      count: pointsMissing(missingScore),
      level,
    });
  };
  return (
    <div className={classes.root} role="status">
      <Typography variant="body2" className={classes.result}>
        {ticks === 0 && t('previews.whatIf.now', now)}
        {ticks > 0 &&
          (found.level === before.level
            ? t('previews.whatIf.same', then)
            : t('previews.whatIf.result', then))}
      </Typography>
      <Typography variant="body2">
        {ticks === 0
          ? t('previews.whatIf.help')
          : `${next()} ${t('previews.whatIf.now', now)}`}
      </Typography>
    </div>
  );
}
