import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import type { ListSlosResponse } from '@plimsoll/backstage-plugin-reliability-common';
import type { SloAddress } from '../../../hooks/slo/useSlos';
import { useTranslation } from '../../../hooks/useTranslation';
import { StatusFilter } from './StatusFilter';
import { WithoutSlo } from './WithoutSlo';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(2, 5),
    padding: theme.spacing(2),
  },
  words: { flex: '1 1 420px', minWidth: 0 },
  total: { fontSize: '1.25rem', fontWeight: 600, lineHeight: 1.3 },
  small: { fontSize: '0.8125rem', marginTop: theme.spacing(0.5) },
}));

/** How many SLOs there are, how they stand, and how many services have none. */
export function SlosSummary(props: {
  page: ListSlosResponse;
  address: SloAddress;
}) {
  const { page, address } = props;
  const { params, change } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  const total = Object.values(page.counts).reduce((sum, one) => sum + one, 0);
  return (
    <Paper
      className={classes.root}
      component="section"
      aria-label={t('slos.summary.label')}
      variant="outlined"
    >
      <div className={classes.words}>
        <div className={classes.total}>
          {t('slos.summary.total', { count: total })}
        </div>
        <div className={classes.small}>
          <WithoutSlo count={page.withoutSlo} params={params} />
        </div>
      </div>
      {(total > 0 || params.status.length > 0) && (
        <StatusFilter
          counts={page.counts}
          chosen={params.status}
          onChange={status => change({ status })}
        />
      )}
    </Paper>
  );
}
