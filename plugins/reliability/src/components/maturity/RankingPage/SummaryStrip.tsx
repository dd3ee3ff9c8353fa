import { Link } from '@backstage/core-components';
import ButtonBase from '@material-ui/core/ButtonBase';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import AttentionIcon from '@material-ui/icons/ErrorOutline';
import type { Summaries } from '../../../hooks/useSummary';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import type { RankingParams } from '../../../utils/rankingParams';
import { ScoreBar, statusColors, TimeAgo } from '../../common';
import { LevelFilter } from './LevelFilter';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(2, 3),
    padding: theme.spacing(2),
  },
  total: { fontSize: '1.5rem', lineHeight: 1.2, fontWeight: 600 },
  small: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
  label: { ...theme.typography.caption, color: theme.palette.text.secondary },
  attention: {
    gap: theme.spacing(0.75),
    padding: '4px 12px',
    minHeight: 32,
    borderRadius: 16,
    fontSize: '0.875rem',
    border: `1px solid ${theme.palette.divider}`,
    '& svg': { fontSize: 18, color: statusColors(theme).warn },
    '&:hover': { backgroundColor: theme.palette.action.hover },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    '&[aria-pressed=true]': {
      backgroundColor: theme.palette.action.selected,
      borderColor: theme.palette.primary.main,
    },
  },
  notice: {
    flexBasis: '100%',
    padding: theme.spacing(1, 1.5),
    borderLeft: `3px solid ${theme.palette.primary.main}`,
    backgroundColor: theme.palette.action.hover,
  },
}));

export interface SummaryStripProps {
  summaries: Summaries;
  params: RankingParams;
  onChange: (patch: Partial<RankingParams>) => void;
}

/** The services in view at a glance; its counts are filters. */
export function SummaryStrip(props: SummaryStripProps) {
  const { summaries, params, onChange } = props;
  const { view, choices } = summaries;
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useLinks();
  return (
    <Paper
      className={classes.root}
      component="section"
      aria-label={t('ranking.summary.label')}
      variant="outlined"
    >
      <div>
        <div className={classes.total}>
          {t('ranking.summary.services', { count: view.total })}
        </div>
        <div className={classes.small}>
          {view.catalogCheckedAt ? (
            <>
              {t('ranking.summary.catalogRead')}{' '}
              <TimeAgo at={view.catalogCheckedAt} />
            </>
          ) : (
            t('ranking.summary.catalogNever')
          )}
          {view.dataProblems > 0 && (
            <>
              {' · '}
              <Link to={links.dataProblems()} underline="always">
                {t('ranking.summary.problems', { count: view.dataProblems })}
              </Link>
            </>
          )}
        </div>
      </div>
      <LevelFilter
        levels={choices.levels}
        chosen={params.level}
        onChange={level => onChange({ level })}
      />
      <div>
        <div className={classes.label}>{t('ranking.summary.average')}</div>
        <ScoreBar score={view.averageScore} coverage={view.averageCoverage} />
      </div>
      <ButtonBase
        className={classes.attention}
        aria-pressed={params.attention}
        title={t('ranking.summary.attentionHelp')}
        onClick={() => onChange({ attention: !params.attention })}
      >
        {choices.needAttention > 0 && <AttentionIcon aria-hidden="true" />}
        {t('ranking.summary.attention', { count: choices.needAttention })}
      </ButtonBase>
      {view.outdated > 0 && (
        <Typography variant="body2" className={classes.notice} role="status">
          {t('ranking.summary.outdated', { count: view.outdated })}
        </Typography>
      )}
    </Paper>
  );
}
