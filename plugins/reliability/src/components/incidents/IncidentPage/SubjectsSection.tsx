import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { Fragment } from 'react';
import { useIncidentsLink } from '../../../hooks/incidents/useIncidentsLink';
import { useTranslation } from '../../../hooks/useTranslation';
import { webAddress } from '../../../utils/oncall/addresses';
import { Section } from '../../maturity/Section';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gap: theme.spacing(1),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontSize: '0.875rem',
    overflowWrap: 'anywhere',
  },
  quiet: { fontSize: '0.8125rem', color: theme.palette.text.secondary },
}));

/** What the incident is about at its provider, and which services that is here. */
export function SubjectsSection({ incident }: { incident: IncidentResponse }) {
  const { subjects, services } = incident;
  const classes = useStyles();
  const { t } = useTranslation();
  const incidentsLink = useIncidentsLink();
  if (subjects.length === 0) return null;
  const titleOf = (ref: string) =>
    services.find(({ entityRef }) => entityRef === ref)?.title ?? ref;
  return (
    <Section title={t('incidentPage.subjects.title')}>
      <ul className={classes.list}>
        {subjects.map(({ account, kind, id, label, url, entityRefs }) => {
          const page = webAddress(url);
          const name = label ?? id;
          return (
            <li key={`${account} ${kind} ${id}`}>
              {page ? <Link to={page}>{name}</Link> : name}{' '}
              {entityRefs.length === 0 && t('incidentPage.subjects.unmapped')}
              {entityRefs.map((ref, index) => (
                <Fragment key={ref}>
                  {index === 0 ? '= ' : ', '}
                  <Link to={incidentsLink(ref)}>{titleOf(ref)}</Link>
                </Fragment>
              ))}
              <div className={classes.quiet}>
                {t('incidentPage.subjects.where', { kind, account })}
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
