import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';
import type { Owed } from '../../../hooks/incidents/useOwed';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import { dayText } from '../../../utils/dates';

const useStyles = makeStyles(theme => ({
  title: { fontWeight: 600 },
  part: { marginTop: theme.spacing(0.5), fontWeight: 600 },
  list: {
    display: 'grid',
    gap: theme.spacing(0.5),
    margin: theme.spacing(0.5, 0, 0),
    paddingLeft: theme.spacing(2.5),
    fontSize: '0.875rem',
    overflowWrap: 'anywhere',
  },
  quiet: { fontSize: '0.8125rem', color: theme.palette.text.secondary },
}));

/** What is late, each with the way to do it. */
export function OwedList({ owed }: { owed: Owed }) {
  const { postmortems, followUps } = owed;
  const classes = useStyles();
  const links = useLinks();
  const { t } = useTranslation();
  const id = useId();
  const more = (part: { items: unknown[]; total: number }) =>
    part.total > part.items.length && (
      <li>
        {t('incidentTab.now.more', { count: part.total - part.items.length })}
      </li>
    );
  return (
    <section aria-labelledby={id}>
      <Typography
        variant="body1"
        component="h3"
        id={id}
        className={classes.title}
      >
        {t('incidentTab.now.owed')}
      </Typography>
      {postmortems.total + followUps.total === 0 && (
        <Typography variant="body2">
          {t('incidentTab.now.owedNothing')}
        </Typography>
      )}
      {postmortems.total > 0 && (
        <>
          <Typography variant="body2" className={classes.part}>
            {t('incidentTab.now.postmortems', { count: postmortems.total })}
          </Typography>
          <ul className={classes.list}>
            {postmortems.items.map(
              ({ id: key, reference, title, postmortem }) => (
                <li key={key}>
                  <Link to={links.postmortem(key)}>
                    {t('incidentTab.now.write', { reference, title })}
                  </Link>{' '}
                  {postmortem.dueAt && (
                    <span className={classes.quiet}>
                      {t('incidentTab.now.since', {
                        day: dayText(postmortem.dueAt),
                      })}
                    </span>
                  )}
                </li>
              ),
            )}
            {more(postmortems)}
          </ul>
        </>
      )}
      {followUps.total > 0 && (
        <>
          <Typography variant="body2" className={classes.part}>
            {t('incidentTab.now.followUps', { count: followUps.total })}
          </Typography>
          <ul className={classes.list}>
            {followUps.items.map(({ id: key, title, incident, dueAt }) => (
              <li key={key}>
                <Link to={links.incident(incident.id)}>
                  {t('incidentTab.now.followUp', {
                    title,
                    reference: incident.reference,
                    day: dueAt ? dayText(dueAt) : '–',
                  })}
                </Link>
              </li>
            ))}
            {more(followUps)}
          </ul>
        </>
      )}
    </section>
  );
}
