import type { RollupFigures } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { wholeNumber } from '../../../../utils/wholeNumber';
import { ScoreBar, Trend } from '../../../common';
import { LevelBar } from './LevelBar';

/** What services come to, as the cells of a row. */
export function FigureCells(props: {
  figures: RollupFigures;
  /** How many of the services are the group's own, where some are not. */
  own?: number;
}) {
  const { figures, own } = props;
  const { t } = useTranslation();
  return (
    <>
      <td>
        {wholeNumber(figures.services)}
        {own !== undefined && (
          <div style={{ whiteSpace: 'nowrap' }}>
            {t('rollups.groups.own', { number: wholeNumber(own) })}
          </div>
        )}
      </td>
      <td>
        <LevelBar levels={figures.levels} />
      </td>
      <td>
        <ScoreBar score={figures.score} coverage={figures.coverage} />
      </td>
      <td>
        <Trend trend={figures.trend} />
      </td>
      <td>{wholeNumber(figures.needAttention)}</td>
    </>
  );
}
