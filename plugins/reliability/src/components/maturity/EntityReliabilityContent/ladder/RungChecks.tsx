import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  CheckReport,
  ServiceResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { byDimension } from './checkFilter';
import { CheckRow } from './CheckRow';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(0, 0, 1) },
  empty: { padding: theme.spacing(0.5, 1) },
  dimension: {
    padding: theme.spacing(1, 1, 0.25),
    fontSize: '0.75rem',
    fontWeight: 600,
    color: theme.palette.text.secondary,
    '&::first-letter': { textTransform: 'uppercase' },
  },
  list: { margin: 0, padding: 0, listStyle: 'none' },
}));

/** The checks of a level, by dimension; says so where the filter leaves none. */
export function RungChecks(props: {
  checks: readonly CheckReport[];
  /** How many the level has before the filter. */
  total: number;
  facts: ServiceResponse['facts'];
  scorecard: string;
}) {
  const { checks, total, facts, scorecard } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  if (checks.length === 0) {
    return (
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.empty}
      >
        {total === 0
          ? t('entity.ladder.noChecks')
          : t('entity.ladder.noneHere', { count: total })}
      </Typography>
    );
  }
  return (
    <div className={classes.root}>
      {byDimension(checks).map(([dimension, group]) => (
        <div key={dimension}>
          <Typography component="h4" className={classes.dimension}>
            {dimension}
          </Typography>
          <ul className={classes.list}>
            {group.map(check => (
              <CheckRow
                key={check.id}
                check={check}
                facts={facts}
                scorecard={scorecard}
              />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
