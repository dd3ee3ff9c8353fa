import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ContestedIcon from '@material-ui/icons/ReportProblemOutlined';
import type { IncidentResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useReadinessLink } from '../../../hooks/readiness/useReadinessLink';
import { useTranslation } from '../../../hooks/useTranslation';
import { statusColors } from '../../common';
import { Section } from '../../maturity/Section';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gap: theme.spacing(1),
    margin: theme.spacing(1, 0, 0),
    padding: 0,
    listStyle: 'none',
    fontSize: '0.875rem',
  },
  item: {
    display: 'flex',
    gap: theme.spacing(1),
    '& svg': { fontSize: 18, color: statusColors(theme).warn },
  },
}));

/** Answers of checklists that a follow-up of the incident shows to be untrue. */
export function ContestedSection(props: Pick<IncidentResponse, 'contested'>) {
  const { contested } = props;
  const classes = useStyles();
  const readinessLink = useReadinessLink();
  const { t } = useTranslation();
  if (contested.length === 0) return null;
  return (
    <Section title={t('incidentPage.contested.title')}>
      <Typography variant="body2">
        {t('incidentPage.contested.intro')}
      </Typography>
      <ul className={classes.list}>
        {contested.map(({ entityRef, checklistId, itemId, itemTitle }) => (
          <li key={`${entityRef} ${itemId}`} className={classes.item}>
            <ContestedIcon aria-hidden="true" />
            <span>
              {itemTitle}
              {': '}
              <Link
                to={readinessLink(entityRef, {
                  checklist: checklistId,
                  item: itemId,
                })}
              >
                {t('incidentPage.contested.open', {
                  service: entityRef.replace(/^.*\//, ''),
                })}
              </Link>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
