import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { MoverItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useServiceLink } from '../../../hooks/useServiceLink';
import { useTranslation } from '../../../hooks/useTranslation';
import { signedPoints } from '../../../utils/signedPoints';
import { CauseChip, visuallyHidden } from '../../common';
import {
  LevelStep,
  ScoreStep,
} from '../EntityReliabilityContent/history/HistoryStep';
import { Person } from '../Person';
import { plainTable } from '../plainTable';
import { ScrollRegion } from '../ScrollRegion';
import { FlipWords } from './FlipWords';

const useStyles = makeStyles(theme => ({
  table: { ...plainTable(theme), minWidth: 820 },
  name: { minWidth: 150, overflowWrap: 'anywhere' },
  quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
  tight: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  number: {
    '&&': { textAlign: 'right' },
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
  hidden: visuallyHidden,
}));

function MainFlip({ mover }: { mover: MoverItem }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { mainFlip, flipCount, cause } = mover;
  if (!mainFlip) return <>{cause ? t('changes.movers.noFlip') : '–'}</>;
  return (
    <>
      <FlipWords flip={mainFlip} />
      {flipCount > 1 && (
        <div className={classes.quiet}>
          {t('changes.movers.more', { count: flipCount - 1 })}
        </div>
      )}
    </>
  );
}

/** Services that moved, with what moved them. */
export function MoverTable({ movers }: { movers: readonly MoverItem[] }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const serviceLink = useServiceLink();
  return (
    <ScrollRegion label={t('changes.movers.title')}>
      <table className={classes.table}>
        <caption className={classes.hidden}>
          {t('changes.movers.caption')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('changes.movers.service')}</th>
            <th scope="col">{t('changes.movers.level')}</th>
            <th scope="col">{t('changes.movers.score')}</th>
            <th scope="col" className={classes.number}>
              {t('changes.movers.change')}
            </th>
            <th scope="col">{t('changes.movers.why')}</th>
            <th scope="col">{t('changes.movers.what')}</th>
          </tr>
        </thead>
        <tbody>
          {movers.map(mover => (
            <tr key={mover.entityRef}>
              <th scope="row" className={classes.name}>
                <Link to={serviceLink(mover.entityRef)}>{mover.title}</Link>
                {mover.owner && (
                  <div className={classes.quiet}>
                    <Person name={mover.owner} />
                  </div>
                )}
              </th>
              <td className={classes.tight}>
                <LevelStep level={mover.level} />
              </td>
              <td className={classes.tight}>
                <ScoreStep score={mover.score} />
              </td>
              <td className={classes.number}>{signedPoints(mover.delta)}</td>
              <td>
                {mover.cause ? (
                  <CauseChip cause={mover.cause} />
                ) : (
                  <span className={classes.quiet}>
                    {t('changes.movers.notRecorded')}
                  </span>
                )}
              </td>
              <td>
                <MainFlip mover={mover} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
