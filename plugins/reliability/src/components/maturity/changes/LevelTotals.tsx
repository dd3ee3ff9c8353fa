import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ListScoreChangesResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { dayText } from '../../../utils/dates';
import { signedCount } from '../../../utils/signedPoints';
import { LevelChip, visuallyHidden } from '../../common';
import { plainTable } from '../plainTable';
import { wholeNumber } from '../../../utils/wholeNumber';

const useStyles = makeStyles(theme => ({
  table: {
    ...plainTable(theme),
    minWidth: 0,
    '& th:not(:first-child), & td': { textAlign: 'right' },
    '& td': { fontVariantNumeric: 'tabular-nums' },
    '& th:last-child, & td:last-child': { paddingRight: 0 },
  },
  words: { marginTop: theme.spacing(1.5) },
  hidden: visuallyHidden,
}));

/** How many services each level had on both days, and who came and left. */
export function LevelTotals({
  changes,
}: {
  changes: ListScoreChangesResponse;
}) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { from, to, compared, came, left, removed } = changes;
  const total = to.levels.filter(({ index }) => index >= 0).length;
  const known = new Map(
    [...to.levels, ...from.levels].map(level => [level.id, level]),
  );
  const countOf = (side: typeof from, id: string) =>
    side.levels.find(level => level.id === id)?.count ?? 0;
  const rows = [...known.values()]
    .sort((a, b) => b.index - a.index)
    .map(level => ({
      level,
      before: countOf(from, level.id),
      after: countOf(to, level.id),
    }));
  const change = (before: number, after: number) =>
    before === after ? t('changes.totals.same') : signedCount(after - before);
  return (
    <>
      <table className={classes.table}>
        <caption className={classes.hidden}>
          {t('changes.totals.caption')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('changes.totals.level')}</th>
            <th scope="col">{dayText(from.day)}</th>
            <th scope="col">{dayText(to.day)}</th>
            <th scope="col">{t('changes.totals.change')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ level, before, after }) => (
            <tr key={level.id}>
              <th scope="row">
                <LevelChip level={level} total={total} />
              </th>
              <td>{wholeNumber(before)}</td>
              <td>{wholeNumber(after)}</td>
              <td>{change(before, after)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('changes.totals.all')}</th>
            <td>{wholeNumber(from.services)}</td>
            <td>{wholeNumber(to.services)}</td>
            <td>{change(from.services, to.services)}</td>
          </tr>
        </tbody>
      </table>
      <Typography variant="body2" className={classes.words}>
        {t('changes.totals.moved', {
          compared: wholeNumber(compared),
          came: wholeNumber(came),
          left: wholeNumber(left),
        })}{' '}
        {removed > 0 && t('changes.totals.removed', { count: removed })}
      </Typography>
      {[from, to]
        .filter(({ source }) => source === 'steps')
        .map(({ day }) => (
          <Typography key={day} variant="body2" color="textSecondary">
            {t('changes.totals.steps', { day: dayText(day) })}
          </Typography>
        ))}
    </>
  );
}
