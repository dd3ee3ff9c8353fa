import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../../../hooks/useTranslation';
import { stretchText } from '../../../../utils/oncall/times';
import type { TimelineLane } from '../../../../utils/oncall/timeline';
import { visuallyHidden } from '../../../common';
import { plainTable } from '../../../maturity/plainTable';
import { ScrollRegion } from '../../../maturity/ScrollRegion';
import { useBlockWords } from './useBlockWords';

const useStyles = makeStyles(theme => ({
  table: {
    ...plainTable(theme),
    [theme.breakpoints.down('xs')]: {
      minWidth: 0,
      '& th:first-child': { width: '44%' },
    },
  },
  // On a phone the first columns matter: when, and who.
  rest: { [theme.breakpoints.down('xs')]: { display: 'none' } },
  nobody: { fontWeight: 600 },
  hidden: visuallyHidden,
}));

/** A timeline in words, the soonest first. */
export function TimelineTable({ lanes }: { lanes: readonly TimelineLane[] }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { laneName, whoOf, howOf, lengthOf } = useBlockWords();
  const rows = lanes
    .flatMap(lane => lane.blocks.map(block => ({ lane, block })))
    .sort((a, b) => Date.parse(a.block.from) - Date.parse(b.block.from));
  return (
    <ScrollRegion label={t('oncall.timeline.caption')} maxHeight={480}>
      <table className={classes.table}>
        <caption className={classes.hidden}>
          {t('oncall.timeline.caption')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('oncall.timeline.when')}</th>
            <th scope="col">{t('oncall.timeline.who')}</th>
            <th scope="col">{t('oncall.timeline.where')}</th>
            <th scope="col" className={classes.rest}>
              {t('oncall.timeline.length')}
            </th>
            <th scope="col" className={classes.rest}>
              {t('oncall.timeline.how')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ lane, block }) => (
            <tr key={`${lane.key} ${block.key}`}>
              <th scope="row">{stretchText(block.from, block.to)}</th>
              <td className={block.span ? undefined : classes.nobody}>
                {whoOf(block)}
              </td>
              <td>{laneName(lane)}</td>
              <td className={classes.rest}>{lengthOf(block)}</td>
              <td className={classes.rest}>{howOf(block)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
