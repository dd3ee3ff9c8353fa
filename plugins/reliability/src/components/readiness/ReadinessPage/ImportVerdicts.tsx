import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ImportAnswersResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { plainTable } from '../../maturity/plainTable';
import { ScrollRegion } from '../../maturity/ScrollRegion';

const SHOWN = 200;

const useStyles = makeStyles(theme => ({
  table: { ...plainTable(theme), minWidth: 360 },
  counts: { fontWeight: 600 },
}));

/** What came, or would come, of the rows; those that are not stored one by one. */
export function ImportVerdicts(props: {
  reply: ImportAnswersResponse;
  dryRun: boolean;
}) {
  const { reply, dryRun } = props;
  const { stored, unchanged, rejected, results } = reply;
  const classes = useStyles();
  const { t } = useTranslation();
  const others = results
    .filter(({ status }) => status !== 'stored')
    .sort((a, b) => a.status.localeCompare(b.status) || a.row - b.row);
  const shown = others.slice(0, SHOWN);
  const caption = t('organisation.import.verdicts');
  const number = (value: number) => ({ number: String(value) });
  return (
    <Typography variant="body2" component="div">
      <div>
        {dryRun
          ? t('organisation.import.tried')
          : t('organisation.import.result')}
        {': '}
        <span className={classes.counts}>
          {[
            t(
              dryRun
                ? 'organisation.import.wouldStore'
                : 'organisation.import.stored',
              number(stored),
            ),
            t('organisation.import.unchanged', number(unchanged)),
            t('organisation.import.rejected', number(rejected)),
          ].join(', ')}
        </span>
      </div>
      {shown.length > 0 && (
        <ScrollRegion label={caption}>
          <table className={classes.table} aria-label={caption}>
            <thead>
              <tr>
                <th scope="col">{t('organisation.import.row')}</th>
                <th scope="col">{t('organisation.import.status')}</th>
                <th scope="col">{t('organisation.import.reason')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ row, status, reason }) => (
                <tr key={row}>
                  <th scope="row">{row}</th>
                  <td>{t(`organisation.import.statuses.${status}`)}</td>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {others.length > SHOWN &&
        t('organisation.import.cut', {
          number: String(SHOWN),
          total: String(others.length),
        })}
    </Typography>
  );
}
