import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { timeText } from '../../../utils/incidents/times';
import { Section } from '../../maturity/Section';
import { OncallPerson } from '../../oncall/common';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gap: theme.spacing(1),
    margin: theme.spacing(0, 0, 1.5),
    padding: 0,
    listStyle: 'none',
    fontSize: '0.875rem',
  },
  person: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.25, 1.5),
  },
  quiet: { fontSize: '0.8125rem', color: theme.palette.text.secondary },
}));

/** Who worked on it, and how many calls that took. */
export function PeopleSection({ incident }: { incident: IncidentResponse }) {
  const { responders, pages } = incident;
  const classes = useStyles();
  const { t } = useTranslation();
  const lines = [
    t('incidentPage.people.pages', { count: pages.total }),
    pages.afterHours > 0 &&
      t('incidentPage.people.afterHours', {
        number: String(pages.afterHours),
        sleep: String(pages.sleepHours),
      }),
    pages.unacknowledged > 0 &&
      t('incidentPage.people.unacknowledged', { count: pages.unacknowledged }),
  ].filter(Boolean);
  return (
    <Section title={t('incidentPage.people.title')}>
      {responders.length === 0 && (
        <Typography variant="body2" gutterBottom>
          {t('incidentPage.people.none')}
        </Typography>
      )}
      {responders.length > 0 && (
        <ul
          className={classes.list}
          aria-label={t('incidentPage.people.label')}
        >
          {responders.map(({ person, role, engagedAt }) => (
            <li key={`${person.key} ${role}`} className={classes.person}>
              <OncallPerson person={person} />
              {role && <span>{role}</span>}
              {engagedAt && (
                <span className={classes.quiet}>
                  {t('incidentPage.people.since', {
                    time: timeText(engagedAt),
                  })}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <Typography variant="body2">
        {pages.total > 0 ? lines.join(', ') : t('incidentPage.people.noPages')}
      </Typography>
    </Section>
  );
}
