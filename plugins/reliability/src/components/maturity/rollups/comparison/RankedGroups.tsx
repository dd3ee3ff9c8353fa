import { makeStyles } from '@material-ui/core/styles';
import FlagIcon from '@material-ui/icons/Flag';
import type { ComparedGroupItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { ScoreBar, Trend, visuallyHidden } from '../../../common';
import { plainTable } from '../../plainTable';
import { ScrollRegion } from '../../ScrollRegion';
import { GroupName } from '../groups/GroupName';
import { LevelBar } from '../groups/LevelBar';
import { useReasons } from './useReasons';

const useStyles = makeStyles(theme => ({
  table: {
    ...plainTable(theme),
    minWidth: 760,
    fontVariantNumeric: 'tabular-nums',
  },
  place: { fontWeight: 600 },
  signal: {
    display: 'flex',
    gap: 6,
    minWidth: 220,
    maxWidth: 320,
    '& svg': {
      flex: 'none',
      fontSize: 18,
      color: theme.palette.text.secondary,
    },
  },
  hidden: visuallyHidden,
}));

/** The groups that have a place, the improvement beside it. */
export function RankedGroups(props: {
  by: 'owner' | 'system';
  groups: readonly ComparedGroupItem[];
}) {
  const { by, groups } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { signalOf } = useReasons();
  const label = t('rollups.comparison.ranked');
  return (
    <ScrollRegion label={label}>
      <table className={classes.table}>
        <caption className={classes.hidden}>{label}</caption>
        <thead>
          <tr>
            <th scope="col" title={t('rollups.comparison.placeHelp')}>
              {t('rollups.comparison.place')}
            </th>
            <th scope="col">{t(`rollups.by.${by}`)}</th>
            <th scope="col">{t('rollups.groups.services')}</th>
            <th scope="col">{t('rollups.groups.levels')}</th>
            <th scope="col">{t('rollups.groups.score')}</th>
            <th scope="col" title={t('rollups.comparison.improvementHelp')}>
              {t('rollups.comparison.improvement')}
            </th>
            <th scope="col">{t('rollups.comparison.signals')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ key, place, improvementPlace, figures, signals }) => (
            <tr key={key}>
              <td className={classes.place}>{place}</td>
              <th scope="row">
                <GroupName by={by} groupKey={key} />
              </th>
              <td>{figures.services}</td>
              <td>
                <LevelBar levels={figures.levels} />
              </td>
              <td>
                <ScoreBar score={figures.score} coverage={figures.coverage} />
              </td>
              <td>
                {improvementPlace === null ? (
                  t('rollups.comparison.improvementNone')
                ) : (
                  <>
                    {improvementPlace} <Trend trend={figures.trend} />
                  </>
                )}
              </td>
              <td>
                {signals.map(signal => (
                  <div key={signal.kind} className={classes.signal}>
                    <FlagIcon aria-hidden="true" />
                    <span>{signalOf(signal)}</span>
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
