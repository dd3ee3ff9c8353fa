import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { IncidentResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useSloLink } from '../../../hooks/slo/useSloLink';
import { useTranslation } from '../../../hooks/useTranslation';
import { countText, shareText } from '../../../utils/slo/numbers';
import { TimeAgo, visuallyHidden } from '../../common';
import { plainTable } from '../../maturity/plainTable';
import { ScrollRegion } from '../../maturity/ScrollRegion';
import { Section } from '../../maturity/Section';

const useStyles = makeStyles(theme => ({
  table: { ...plainTable(theme), minWidth: 460 },
  caption: visuallyHidden,
}));

/** What the incident took out of the error budgets of its services. */
export function SpendsSection({ spends }: Pick<IncidentResponse, 'spends'>) {
  const classes = useStyles();
  const sloLink = useSloLink();
  const { t } = useTranslation();
  const label = t('incidentPage.spends.caption');
  const unknown = t('incidentPage.spends.unknown');
  return (
    <Section title={t('incidentPage.spends.title')}>
      {spends.length === 0 ? (
        <Typography variant="body2">{t('incidentPage.spends.none')}</Typography>
      ) : (
        <ScrollRegion label={label}>
          <table className={classes.table}>
            <caption className={classes.caption}>{label}</caption>
            <thead>
              <tr>
                <th scope="col">{t('incidentPage.spends.slo')}</th>
                <th scope="col">{t('incidentPage.spends.share')}</th>
                <th scope="col">{t('incidentPage.spends.bad')}</th>
                <th scope="col">{t('incidentPage.spends.measured')}</th>
              </tr>
            </thead>
            <tbody>
              {spends.map(spend => (
                <tr key={`${spend.sloId} ${spend.objectiveId}`}>
                  <th scope="row">
                    <Link to={sloLink(spend.entityRef, spend.sloId)}>
                      {spend.sloTitle}
                    </Link>
                  </th>
                  <td>
                    {spend.share === null ? unknown : shareText(spend.share)}
                    {!spend.final && ` ${t('incidentPage.spends.so_far')}`}
                  </td>
                  <td>
                    {spend.bad === null || spend.total === null
                      ? unknown
                      : t('incidentPage.spends.of', {
                          bad: countText(spend.bad),
                          total: countText(spend.total),
                        })}
                  </td>
                  <td>
                    <TimeAgo at={spend.measuredAt} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </Section>
  );
}
