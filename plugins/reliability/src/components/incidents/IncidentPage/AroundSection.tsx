import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useId, type ReactNode } from 'react';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import { lengthText } from '../../../utils/incidents/lengths';
import { webAddress } from '../../../utils/oncall/addresses';
import { Section } from '../../maturity/Section';
import { Moment } from '../common';

const useStyles = makeStyles(theme => ({
  title: { fontWeight: 600 },
  list: {
    display: 'grid',
    gap: theme.spacing(0.5),
    margin: theme.spacing(0.5, 0, 1.5),
    padding: 0,
    listStyle: 'none',
    fontSize: '0.875rem',
    overflowWrap: 'anywhere',
  },
  quiet: { fontSize: '0.8125rem', color: theme.palette.text.secondary },
}));

function Part(props: { title: string; children: ReactNode }) {
  const classes = useStyles();
  const id = useId();
  return (
    <>
      <Typography
        variant="body2"
        component="h3"
        id={id}
        className={classes.title}
      >
        {props.title}
      </Typography>
      <ul className={classes.list} aria-labelledby={id}>
        {props.children}
      </ul>
    </>
  );
}

/** The same trouble at other times, and what was changed shortly before. */
export function AroundSection({ incident }: { incident: IncidentResponse }) {
  const { repeats, nearbyChanges, startedAt } = incident;
  const classes = useStyles();
  const links = useLinks();
  const { t } = useTranslation();
  if (repeats.length + nearbyChanges.length === 0) return null;
  return (
    <Section title={t('incidentPage.around.title')}>
      {repeats.length > 0 && (
        <Part title={t('incidentPage.around.repeats')}>
          {repeats.map(({ id, reference, startedAt: began }) => (
            <li key={id}>
              <Link to={links.incident(id)} underline="always">
                {reference}
              </Link>{' '}
              <span className={classes.quiet}>
                <Moment at={began} />
              </span>
            </li>
          ))}
        </Part>
      )}
      {nearbyChanges.length > 0 && (
        <Part title={t('incidentPage.around.changes')}>
          {nearbyChanges.map(({ id, entityRef, at, kind, title, url }) => {
            const page = webAddress(url);
            const words = t('incidentPage.around.changeLine', { kind, title });
            const before = Date.parse(startedAt) - Date.parse(at);
            return (
              <li key={`${entityRef} ${id}`}>
                {page ? (
                  <Link to={page} underline="always">
                    {words}
                  </Link>
                ) : (
                  words
                )}{' '}
                <span className={classes.quiet} title={at}>
                  {t('incidentPage.around.before', {
                    length: lengthText(before),
                  })}
                </span>
              </li>
            );
          })}
        </Part>
      )}
    </Section>
  );
}
