import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { Report } from '@plimsoll/backstage-plugin-reliability-common';
import { useServiceLink } from '../../../hooks/useServiceLink';
import { LevelChip } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    margin: 0,
    padding: theme.spacing(1, 0, 0),
    listStyle: 'none',
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0, 1),
    padding: theme.spacing(0.25, 0),
  },
}));

/** The level on every further scorecard, each a way to it. */
export function OtherScorecards({ reports }: { reports: readonly Report[] }) {
  const classes = useStyles();
  const { entity } = useEntity();
  const serviceLink = useServiceLink();
  if (reports.length === 0) return null;
  const tab = serviceLink(stringifyEntityRef(entity));
  return (
    <ul className={classes.root}>
      {reports.map(({ scorecard, level, levels }) => (
        <Typography
          key={scorecard.id}
          variant="body2"
          component="li"
          className={classes.row}
        >
          <Link to={`${tab}?scorecard=${encodeURIComponent(scorecard.id)}`}>
            {scorecard.title}
          </Link>
          <LevelChip level={level} total={levels.length} />
        </Typography>
      ))}
    </ul>
  );
}
