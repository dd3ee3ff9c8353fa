import { makeStyles } from '@material-ui/core/styles';
import DoneIcon from '@material-ui/icons/DoneAll';
import OpenIcon from '@material-ui/icons/PlaylistAddCheck';
import type { IncidentItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { statusColors } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    fontSize: '0.8125rem',
    '& svg': { fontSize: 16, color: theme.palette.text.secondary },
  },
  bad: { '& svg': { color: statusColors(theme).bad } },
  overdue: { fontWeight: 600 },
}));

/** How many follow-ups are open, and how many of them are overdue; nothing where there is none. */
export function FollowUpsMark(props: IncidentItem['followUps']) {
  const { open, overdue, total } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  if (total === 0) return null;
  const Icon = open > 0 ? OpenIcon : DoneIcon;
  return (
    <span className={`${classes.root} ${overdue > 0 ? classes.bad : ''}`}>
      <Icon aria-hidden="true" />
      <span>
        {open > 0
          ? t('incident.followUps.open', { count: open })
          : t('incident.followUps.done', { count: total })}
        {overdue > 0 && (
          <>
            {', '}
            <span className={classes.overdue}>
              {t('incident.followUps.overdue', { count: overdue })}
            </span>
          </>
        )}
      </span>
    </span>
  );
}
