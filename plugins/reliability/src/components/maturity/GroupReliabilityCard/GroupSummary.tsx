import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  RankedServiceItem,
  SummaryResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { points } from '../../../utils/points';
import { LevelCounts, levelCountOf, ServiceList } from '../ServiceList';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(1.5),
    fontFamily: theme.typography.fontFamily,
  },
}));

/** Counts in a line, services per level, then those that need help most. */
export function GroupSummary(props: {
  services: readonly RankedServiceItem[];
  summary: SummaryResponse;
}) {
  const { services, summary } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const words = [
    t('group.services', { count: summary.total }),
    t('group.average', { score: String(points(summary.averageScore)) }),
    summary.needAttention > 0 &&
      t('group.attention', { count: summary.needAttention }),
  ].filter(Boolean);
  return (
    <div className={classes.root}>
      <div>
        <Typography variant="body2" color="textSecondary" gutterBottom>
          {words.join(' · ')}
        </Typography>
        <LevelCounts summary={summary} />
      </div>
      <ServiceList
        label={t('group.lowest')}
        services={services}
        levelCount={levelCountOf(summary)}
      />
    </div>
  );
}
