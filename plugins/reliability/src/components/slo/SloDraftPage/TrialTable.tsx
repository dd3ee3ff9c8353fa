import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import { useTranslation } from '../../../hooks/useTranslation';
import { sliText } from '../../../utils/slo/numbers';
import { plainTable } from '../../maturity/plainTable';
import { ScrollRegion } from '../../maturity/ScrollRegion';
import { useSloWords } from '../common';
import type { TrialObjective } from './trialPoints';

const useStyles = makeStyles(theme => ({
  table: {
    ...plainTable(theme),
    minWidth: 420,
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** The chart in numbers, the newest step first. */
export function TrialTable({ objective }: { objective: TrialObjective }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const words = useSloWords();
  const caption = t('sloDraft.trial.tableCaption');
  return (
    <ScrollRegion label={caption} maxHeight={320}>
      <table className={classes.table} aria-label={caption}>
        <thead>
          <tr>
            <th scope="col">{t('sloDraft.trial.time')}</th>
            <th scope="col">{t('sloDraft.trial.remaining')}</th>
            <th scope="col">{t('sloDraft.trial.sli')}</th>
          </tr>
        </thead>
        <tbody>
          {[...objective.points].reverse().map(({ at, remaining, sli }) => (
            <tr key={at}>
              <th scope="row">
                {DateTime.fromISO(at).toLocaleString(DateTime.DATETIME_MED)}
              </th>
              <td>{words.budget(remaining)}</td>
              <td>
                {sli === null
                  ? t('sloDraft.trial.none')
                  : sliText(sli, objective.target)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
