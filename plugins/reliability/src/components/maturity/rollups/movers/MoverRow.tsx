import { Link } from '@backstage/core-components';
import type { MoversResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useServiceLink } from '../../../../hooks/useServiceLink';
import { useTranslation } from '../../../../hooks/useTranslation';
import { points } from '../../../../utils/points';
import { LevelChip, TierChip, Trend } from '../../../common';

/** One service that moved, with both ends. */
export function MoverRow(props: {
  mover: MoversResponse['items'][number];
  levels: number;
  since: string;
}) {
  const { mover, levels, since } = props;
  const { t } = useTranslation();
  const serviceLink = useServiceLink();
  const { score, scoreThen, coverage, coverageThen } = mover;
  const fromTo = (from: number, to: number) =>
    t('rollups.movers.fromTo', {
      from: String(points(from)),
      to: String(points(to)),
    });
  return (
    <tr>
      <th scope="row">
        <Link to={serviceLink(mover.entityRef)}>{mover.title}</Link>
        <div>
          <TierChip tier={mover.tier} />
        </div>
      </th>
      <td>
        <Trend trend={{ since, scoreThen, delta: mover.delta }} />
      </td>
      <td>{fromTo(scoreThen, score)}</td>
      <td>
        <LevelChip level={mover.level} total={levels} />
        {mover.levelThen.id !== mover.level.id && (
          <div>
            {t('rollups.movers.fromLevel', {
              level:
                mover.levelThen.id === 'none'
                  ? t('common.level.none')
                  : mover.levelThen.name,
            })}
          </div>
        )}
      </td>
      <td>{fromTo(coverageThen, coverage)}</td>
    </tr>
  );
}
