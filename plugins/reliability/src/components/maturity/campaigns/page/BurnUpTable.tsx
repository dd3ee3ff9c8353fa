import { makeStyles } from '@material-ui/core/styles';
import type { CampaignProgressResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { dayText } from '../../../../utils/dates';
import { plainTable } from '../../plainTable';
import { ScrollRegion } from '../../ScrollRegion';

const useStyles = makeStyles(theme => ({
  root: { '& summary': { cursor: 'pointer' } },
  table: {
    ...plainTable(theme),
    minWidth: 420,
    maxWidth: 720,
    '& .number': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  },
}));

const columns = ['total', 'done', 'open', 'exempt', 'unknown'] as const;

/** The days of the burn-up as numbers, the newest first. */
export function BurnUpTable({
  days,
}: {
  days: CampaignProgressResponse['days'];
}) {
  const classes = useStyles();
  const { t } = useTranslation();
  const caption = t('campaigns.progress.numbers');
  return (
    <details className={classes.root}>
      <summary>{caption}</summary>
      <ScrollRegion label={caption} maxHeight={320}>
        <table className={classes.table} aria-label={caption}>
          <thead>
            <tr>
              <th scope="col">{t('campaigns.progress.day')}</th>
              {columns.map(column => (
                <th key={column} scope="col" className="number">
                  {t(`campaigns.progress.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...days].reverse().map(({ day, ...counts }) => {
              const { total, done, exempt, unknown } = counts;
              const row = { ...counts, open: total - done - exempt - unknown };
              return (
                <tr key={day}>
                  <th scope="row">{dayText(day)}</th>
                  {columns.map(column => (
                    <td key={column} className="number">
                      {row[column]}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
