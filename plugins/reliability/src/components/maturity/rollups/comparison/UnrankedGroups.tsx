import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ComparedGroupItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { GroupName } from '../groups/GroupName';
import { useReasons } from './useReasons';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(2) },
  list: {
    margin: 0,
    paddingLeft: theme.spacing(2.5),
    '& li': { overflowWrap: 'anywhere' },
  },
  name: { fontWeight: 600 },
}));

/** The groups without a place, each with the reason. */
export function UnrankedGroups(props: {
  by: 'owner' | 'system';
  groups: readonly ComparedGroupItem[];
}) {
  const { by, groups } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { reasonsOf } = useReasons();
  if (groups.length === 0) return null;
  return (
    <div className={classes.root}>
      <Typography variant="subtitle2" component="h3">
        {t('rollups.comparison.unranked')}
      </Typography>
      <ul
        className={classes.list}
        aria-label={t('rollups.comparison.unranked')}
      >
        {groups.map(group => (
          <li key={group.key}>
            <span className={classes.name}>
              <GroupName by={by} groupKey={group.key} />
            </span>
            {', '}
            {reasonsOf(group)}
          </li>
        ))}
      </ul>
    </div>
  );
}
