import { makeStyles } from '@material-ui/core/styles';
import type {
  BurnItem,
  ObjectiveEvaluationItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { burnText, countText } from '../../../../utils/slo/numbers';
import { visuallyHidden } from '../../../common';
import { plainTable } from '../../../maturity/plainTable';
import { ScrollRegion } from '../../../maturity/ScrollRegion';
import { useSloWords } from '../../common';
import { useExhaustionWords } from './useExhaustionWords';

const useStyles = makeStyles(theme => ({
  table: {
    ...plainTable(theme),
    minWidth: 380,
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      padding: theme.spacing(0.625, 1.5, 0.625, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
      textAlign: 'left',
      whiteSpace: 'nowrap',
    },
  },
  fast: { fontWeight: 600 },
  caption: visuallyHidden,
}));

/** The burn rate of every window, what it rests on, and when the budget would end at that pace. */
export function BurnTable(props: { objective: ObjectiveEvaluationItem }) {
  const { burns, budget, exhaustion } = props.objective;
  const classes = useStyles();
  const { t } = useTranslation();
  const words = useSloWords();
  const ends = useExhaustionWords(budget.window);
  const events = ({ bad, total }: BurnItem) =>
    bad === null || total === null
      ? t('slo.burns.noData')
      : t('slo.burns.events', { bad: countText(bad), total: countText(total) });
  const endOf = (burn: BurnItem) => {
    const found = exhaustion.find(({ window }) => window === burn.window);
    return found && burn.rate !== null ? ends(found) : t('slo.table.none');
  };
  return (
    <ScrollRegion label={t('slo.burns.caption')}>
      <table className={classes.table}>
        <caption className={classes.caption}>{t('slo.burns.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('slo.burns.window')}</th>
            <th scope="col">{t('slo.burns.rate')}</th>
            <th scope="col">{t('slo.burns.bad')}</th>
            <th scope="col">{t('slo.burns.ends')}</th>
          </tr>
        </thead>
        <tbody>
          {burns.map(burn => (
            <tr key={burn.window}>
              <th scope="row">{words.duration(burn.window)}</th>
              <td className={(burn.rate ?? 0) > 1 ? classes.fast : undefined}>
                {burn.rate === null ? t('slo.table.none') : burnText(burn.rate)}
              </td>
              <td>{events(burn)}</td>
              <td>{endOf(burn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
