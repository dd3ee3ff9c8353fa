import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ServiceIncidentsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { Section } from '../../maturity/Section';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gap: theme.spacing(1),
    margin: theme.spacing(1, 0, 0),
    paddingLeft: theme.spacing(2.5),
    fontSize: theme.typography.body2.fontSize,
    overflowWrap: 'anywhere',
  },
}));

/** What annotations name and nothing follows from. */
export function Problems(props: Pick<ServiceIncidentsResponse, 'problems'>) {
  const { problems } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  return (
    <Section title={t('incidentTab.problems.title')}>
      <Typography variant="body2">{t('incidentTab.problems.intro')}</Typography>
      <ul className={classes.list} aria-label={t('incidentTab.problems.title')}>
        {problems.map(({ annotation, value, message }) => (
          <li key={`${annotation} ${value}`}>
            <code>
              {annotation}: {value}
            </code>
            <br />
            {message}
          </li>
        ))}
      </ul>
    </Section>
  );
}
