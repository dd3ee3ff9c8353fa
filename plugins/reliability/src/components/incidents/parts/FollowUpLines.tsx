import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ListFollowUpsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import { Person } from '../../maturity/Person';
import { FollowUpDue } from '../followUps/FollowUpDue';

const useStyles = makeStyles(theme => ({
  root: { ...theme.typography.body2, display: 'grid', gap: theme.spacing(1) },
  list: {
    display: 'grid',
    gap: theme.spacing(1),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  title: { overflowWrap: 'anywhere' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1.5),
    fontSize: '0.8125rem',
  },
}));

/** The first follow-ups of somebody, for a card: counts in a line, then what is due, until when, whose it is. */
export function FollowUpLines(props: {
  page: ListFollowUpsResponse;
  label: string;
}) {
  const { page, label } = props;
  const { counts, items } = page;
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useLinks();
  return (
    <div className={classes.root}>
      <Typography variant="body2" color="textSecondary">
        {t('followUps.card.open', { count: counts.open })}
        {counts.overdue > 0 && (
          <>
            {' · '}
            <strong>
              {t('followUps.card.overdue', { count: counts.overdue })}
            </strong>
          </>
        )}
      </Typography>
      <ul className={classes.list} aria-label={label}>
        {items.map(item => (
          <li key={item.id}>
            <Link
              to={links.incident(item.incident.id)}
              className={classes.title}
            >
              {item.title}
            </Link>
            <div className={classes.line}>
              <FollowUpDue {...item} />
              <span>
                {item.owner ? (
                  <Person name={item.owner} />
                ) : (
                  t('followUps.nobody')
                )}
              </span>
              <span>{item.services.map(({ title }) => title).join(', ')}</span>
              <span>{item.incident.reference}</span>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
