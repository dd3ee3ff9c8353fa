import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ServiceIncidentsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { dayText } from '../../../utils/dates';
import { TimeAgo } from '../../common';
import { Section } from '../../maturity/Section';
import { useIncidentWords } from '../common';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gap: theme.spacing(0.5),
    margin: 0,
    padding: 0,
    listStyle: 'none',
    fontSize: theme.typography.body2.fontSize,
    overflowWrap: 'anywhere',
  },
  quiet: { color: theme.palette.text.secondary },
}));

/** Which accounts tell of this service, when they were read and how far back they are known. */
export function Sources(props: Pick<ServiceIncidentsResponse, 'sources'>) {
  const { sources } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { providerOf } = useIncidentWords();
  return (
    <Section title={t('incidentTab.sources.title')}>
      {sources.length === 0 && (
        <Typography variant="body2">{t('incidentTab.sources.none')}</Typography>
      )}
      <ul className={classes.list}>
        {sources.map(
          ({ account, provider, pushed, readAt, error, backfilledTo }) => (
            <li key={account}>
              {t('incidentTab.sources.line', {
                account,
                provider: providerOf(provider),
              })}
              {!pushed && (
                <>
                  {': '}
                  {readAt ? (
                    <>
                      {t('incidentTab.sources.read')} <TimeAgo at={readAt} />
                    </>
                  ) : (
                    t('incidentTab.sources.never')
                  )}
                  {', '}
                  {backfilledTo
                    ? t('incidentTab.sources.since', {
                        day: dayText(backfilledTo),
                      })
                    : t('incidentTab.sources.all')}
                </>
              )}
              {error && (
                <div className={classes.quiet}>
                  {t('incidentTab.sources.failing', { error })}
                </div>
              )}
            </li>
          ),
        )}
      </ul>
    </Section>
  );
}
