import { makeStyles } from '@material-ui/core/styles';
import type { ServiceResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useEffect, useRef, useState } from 'react';
import { useScorecardChoice } from '../../../../hooks/useScorecardChoice';
import { useTranslation } from '../../../../hooks/useTranslation';
import { points } from '../../../../utils/points';
import { LevelChip, ScoreBar, TierChip, visuallyHidden } from '../../../common';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(1, 2),
    borderRadius: theme.shape.borderRadius,
    // Secondary text is below 4.5:1 on the grey of the page.
    backgroundColor: theme.palette.background.paper,
  },
  hidden: visuallyHidden,
}));

/** The words for what is shown, once it differs from what was shown first. */
function useChangeWords(words: string): string {
  const first = useRef(words);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (words === first.current) return;
    first.current = words;
    setSaid(words);
  }, [words]);
  return said;
}

/** Level, score and rank of the service as the last write left them. */
export function Standing({ service }: { service: ServiceResponse }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { report } = useScorecardChoice(service.reports);
  const level =
    !report || report.level.index < 0
      ? t('common.level.none')
      : report.level.name;
  const said = useChangeWords(
    report
      ? t('readiness.view.level', {
          level,
          score: String(points(report.score)),
          rank: String(report.rank),
        })
      : '',
  );
  if (!report) return null;
  return (
    <section className={classes.root} aria-label={t('readiness.view.standing')}>
      <LevelChip level={report.level} total={report.levels.length} />
      <ScoreBar score={report.score} coverage={report.coverage} />
      <span>
        {t('readiness.view.rank', {
          rank: String(report.rank),
          total: String(report.rankedTotal),
        })}
      </span>
      <TierChip tier={service.tier} />
      <span role="status" className={classes.hidden}>
        {said}
      </span>
    </section>
  );
}
