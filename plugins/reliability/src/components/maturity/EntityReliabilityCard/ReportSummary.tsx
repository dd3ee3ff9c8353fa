import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import NextIcon from '@material-ui/icons/ArrowUpward';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import type { ServiceResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { LevelChip, ScoreBar, statusColors, TierChip } from '../../common';
import { nextStepOf } from '../nextStep';
import { OpenIncidents } from './OpenIncidents';
import { OtherScorecards } from './OtherScorecards';
import { useNextStepSentence } from './useNextStepSentence';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(1.5),
    fontFamily: theme.typography.fontFamily,
  },
  chips: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  rank: {
    marginLeft: 'auto',
    fontVariantNumeric: 'tabular-nums',
    color: theme.palette.text.secondary,
  },
  line: {
    display: 'flex',
    gap: theme.spacing(1),
    overflowWrap: 'anywhere',
    '& svg': {
      fontSize: 18,
      marginTop: 1,
      flex: 'none',
      color: theme.palette.text.secondary,
    },
  },
  warning: { '& svg': { color: statusColors(theme).warn } },
}));

/** Level, tier, rank, score, the next step and the first reason to worry. */
export function ReportSummary({ service }: { service: ServiceResponse }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const [report, ...others] = service.reports;
  const sentence = useNextStepSentence(nextStepOf(report, service.facts));
  const reason = report.attention[0]?.text ?? service.problems[0];
  return (
    <div className={classes.root}>
      <div className={classes.chips}>
        <LevelChip level={report.level} total={report.levels.length} />
        <TierChip tier={service.tier} />
        <Typography variant="body2" component="span" className={classes.rank}>
          {t('card.rank', {
            rank: String(report.rank),
            total: String(report.rankedTotal),
          })}
        </Typography>
      </div>
      <ScoreBar score={report.score} coverage={report.coverage} size="large" />
      <Typography variant="body2" className={classes.line}>
        <NextIcon aria-hidden="true" />
        <span>{sentence}</span>
      </Typography>
      {reason && (
        <Typography
          variant="body2"
          className={`${classes.line} ${classes.warning}`}
        >
          <WarningIcon aria-hidden="true" />
          <span>{reason}</span>
        </Typography>
      )}
      <OpenIncidents service={service} />
      <OtherScorecards reports={others} />
    </div>
  );
}
