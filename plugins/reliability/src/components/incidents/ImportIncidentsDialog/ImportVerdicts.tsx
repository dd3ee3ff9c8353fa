import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ImportIncidentsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { plainTable } from '../../maturity/plainTable';
import { ScrollRegion } from '../../maturity/ScrollRegion';

const SHOWN = 200;

const useStyles = makeStyles(theme => ({
  table: { ...plainTable(theme), minWidth: 360 },
  counts: { fontWeight: 600 },
}));

/** What came, or would come, of the rows; those that are not stored one by one, the rejected first. */
export function ImportVerdicts(props: {
  reply: ImportIncidentsResponse;
  dryRun: boolean;
}) {
  const { reply, dryRun } = props;
  const { stored, unchanged, rejected, results } = reply;
  const classes = useStyles();
  const { t } = useTranslation();
  const others = results
    .filter(({ status }) => status !== 'stored')
    .sort((a, b) => a.status.localeCompare(b.status) || a.row - b.row);
  const caption = t('incidentForms.import.verdicts');
  const number = (value: number) => ({ number: String(value) });
  return (
    <Typography variant="body2" component="div">
      <div>
        {t(`incidentForms.import.${dryRun ? 'tried' : 'result'}`)}
        {': '}
        <span className={classes.counts}>
          {[
            t(
              `incidentForms.import.${dryRun ? 'wouldStore' : 'stored'}`,
              number(stored),
            ),
            t('incidentForms.import.unchanged', number(unchanged)),
            t('incidentForms.import.rejected', number(rejected)),
          ].join(', ')}
        </span>
      </div>
      {others.length > 0 && (
        <ScrollRegion label={caption} maxHeight={300}>
          <table className={classes.table} aria-label={caption}>
            <thead>
              <tr>
                <th scope="col">{t('incidentForms.import.row')}</th>
                <th scope="col">{t('incidentForms.import.status')}</th>
                <th scope="col">{t('incidentForms.import.reason')}</th>
              </tr>
            </thead>
            <tbody>
              {others.slice(0, SHOWN).map(({ row, status, reason }) => (
                <tr key={row}>
                  <th scope="row">{row}</th>
                  <td>{t(`incidentForms.import.statuses.${status}`)}</td>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {others.length > SHOWN &&
        t('incidentForms.import.cut', {
          number: String(SHOWN),
          total: String(others.length),
        })}
    </Typography>
  );
}
