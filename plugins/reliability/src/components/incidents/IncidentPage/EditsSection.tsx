import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { TimeAgo } from '../../common';
import { Person } from '../../maturity/Person';
import { Section } from '../../maturity/Section';
import { useFieldWords } from './useFieldWords';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gap: theme.spacing(1),
    margin: theme.spacing(1, 0, 0),
    padding: 0,
    listStyle: 'none',
    fontSize: '0.875rem',
    overflowWrap: 'anywhere',
  },
  quiet: { fontSize: '0.8125rem', color: theme.palette.text.secondary },
}));

/** What people set, and what the provider says of the same. */
export function EditsSection({
  edits,
  provider,
}: Pick<IncidentResponse, 'edits' | 'provider'>) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { fieldOf, valueOf } = useFieldWords();
  if (edits.length === 0) return null;
  const isRecorded = provider === 'portal';
  const before = (reported: unknown) => {
    if (reported === null || reported === undefined || reported === '') {
      return t(
        `incidentPage.edits.${
          isRecorded ? 'recordedNothing' : 'reportedNothing'
        }`,
      );
    }
    return t(`incidentPage.edits.${isRecorded ? 'recorded' : 'reported'}`, {
      value: valueOf(reported),
    });
  };
  return (
    <Section title={t('incidentPage.edits.title')}>
      <Typography variant="body2">
        {t(`incidentPage.edits.${isRecorded ? 'introRecorded' : 'intro'}`)}
      </Typography>
      <ul className={classes.list}>
        {edits.map(({ field, value, reported, by, at }) => (
          <li key={field}>
            {t('incidentPage.edits.field', {
              field: fieldOf(field),
              value: valueOf(value),
            })}
            <div className={classes.quiet}>
              {before(reported)}
              {'; '}
              <Person name={by} />, <TimeAgo at={at} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
