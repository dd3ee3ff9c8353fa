import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { FollowUp } from '@plimsoll/backstage-plugin-reliability-common';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { webAddress } from '../../../utils/oncall/addresses';
import { Badge } from '../../common';
import { Person } from '../../maturity/Person';
import { FollowUpDue } from './FollowUpDue';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(1.25, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    ...theme.typography.body2,
  },
  what: { flex: '1 1 320px', minWidth: 0, overflowWrap: 'anywhere' },
  title: { fontWeight: 600, marginRight: theme.spacing(1) },
  over: { fontWeight: 400, textDecoration: 'line-through' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.25, 1.5),
    fontSize: '0.8125rem',
    color: theme.palette.text.secondary,
    // Late is said in full contrast.
    '& > :first-child': { color: theme.palette.text.primary },
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) },
}));

/** One follow-up: what, who, until when, where it is tracked. */
export function FollowUpRow(props: {
  item: FollowUp;
  /** Where it comes from, in a list over several incidents. */
  origin?: ReactNode;
  actions?: ReactNode;
}) {
  const { item, origin, actions } = props;
  const { title, status, owner, ticket, contradicts } = item;
  const classes = useStyles();
  const { t } = useTranslation();
  const over = status === 'done' || status === 'wont-do';
  const page = ticket && webAddress(ticket.url);
  return (
    <li className={classes.root}>
      <div className={classes.what}>
        <div>
          <span
            className={
              over ? `${classes.title} ${classes.over}` : classes.title
            }
          >
            {title}
          </span>
          <Badge>{t(`followUps.status.${status}`)}</Badge>{' '}
          {item.from === 'provider' && (
            <Badge title={t('followUps.providerHelp')}>
              {t('followUps.provider')}
            </Badge>
          )}
        </div>
        <div className={classes.line}>
          <FollowUpDue {...item} />
          <span>{owner ? <Person name={owner} /> : t('followUps.nobody')}</span>
          {ticket &&
            (page ? (
              <Link to={page}>{ticket.key}</Link>
            ) : (
              <span>{ticket.key}</span>
            ))}
          {contradicts && (
            <span title={t('followUps.contradictsHelp')}>
              {t('followUps.contradicts')}{' '}
              {`${contradicts.checklistId}/${contradicts.itemId}`}
            </span>
          )}
          {item.lesson && <span>{t('followUps.lesson.proposed')}</span>}
          {origin}
        </div>
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </li>
  );
}
