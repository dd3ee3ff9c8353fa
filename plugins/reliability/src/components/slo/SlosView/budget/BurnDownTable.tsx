import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { SloHistoryResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { dayText } from '../../../../utils/dates';
import { countText, shareText, sliText } from '../../../../utils/slo/numbers';
import { visuallyHidden } from '../../../common';
import { plainTable } from '../../../maturity/plainTable';
import { ScrollRegion } from '../../../maturity/ScrollRegion';
import { useSloWords } from '../../common';

const useStyles = makeStyles(theme => ({
  table: {
    ...plainTable(theme),
    fontVariantNumeric: 'tabular-nums',
    '& td, & tbody th': { whiteSpace: 'nowrap' },
    '& td:last-child': { whiteSpace: 'normal', minWidth: 160 },
  },
  caption: visuallyHidden,
}));

type Row = SloHistoryResponse['items'][number];

/** The chart in numbers, the newest day first. */
export function BurnDownTable(props: {
  history: SloHistoryResponse;
  /** Parts per million. */
  target: number;
}) {
  const { history, target } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const words = useSloWords();
  const none = t('slo.table.none');
  const notesOf = (row: Row) =>
    [row.corrected && t('slo.flag.corrected'), ...row.warnings]
      .filter(Boolean)
      .join('; ');
  const label = t('slo.table.caption', { zone: history.timeZone });
  return (
    <>
      <ScrollRegion label={label} maxHeight={360}>
        <table className={classes.table}>
          <caption className={classes.caption}>{label}</caption>
          <thead>
            <tr>
              <th scope="col">{t('slo.table.day')}</th>
              <th scope="col">{t('slo.table.remaining')}</th>
              <th scope="col">{t('slo.table.sli')}</th>
              <th scope="col">{t('slo.table.bad')}</th>
              <th scope="col">{t('slo.table.total')}</th>
              <th scope="col">{t('slo.table.coverage')}</th>
              <th scope="col">{t('slo.table.notes')}</th>
            </tr>
          </thead>
          <tbody>
            {[...history.items].reverse().map(row => (
              <tr key={row.day}>
                <th scope="row">{dayText(row.day)}</th>
                <td>{words.budget(row.remaining)}</td>
                <td>{row.sli === null ? none : sliText(row.sli, target)}</td>
                <td>{row.bad === null ? none : countText(row.bad)}</td>
                <td>{row.total === null ? none : countText(row.total)}</td>
                <td>
                  {row.coverage === null ? none : shareText(row.coverage)}
                </td>
                <td>{notesOf(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <Typography variant="caption" color="textSecondary">
        {t('slo.table.help', { zone: history.timeZone })}
      </Typography>
    </>
  );
}
