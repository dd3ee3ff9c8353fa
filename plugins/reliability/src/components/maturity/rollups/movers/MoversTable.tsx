import { makeStyles } from '@material-ui/core/styles';
import type { MoversResponse } from '@plimsoll/backstage-plugin-reliability-common';
import type { ComponentProps } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { visuallyHidden } from '../../../common';
import { plainTable } from '../../plainTable';
import { ScrollRegion } from '../../ScrollRegion';
import { MoreRow } from '../groups/MoreRow';
import { MoverRow } from './MoverRow';

const useStyles = makeStyles(theme => ({
  table: { ...plainTable(theme), fontVariantNumeric: 'tabular-nums' },
  hidden: visuallyHidden,
}));

/** The services that moved, the largest change first. */
export function MoversTable(props: {
  items: MoversResponse['items'];
  levels: number;
  since: string;
  more: ComponentProps<typeof MoreRow>['more'];
}) {
  const { items, levels, since, more } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const label = t('rollups.movers.caption');
  return (
    <ScrollRegion label={label}>
      <table className={classes.table}>
        <caption className={classes.hidden}>{label}</caption>
        <thead>
          <tr>
            {(['service', 'change', 'score', 'level', 'coverage'] as const).map(
              column => (
                <th key={column} scope="col">
                  {t(`rollups.movers.${column}`)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {items.map(mover => (
            <MoverRow
              key={mover.entityRef}
              mover={mover}
              levels={levels}
              since={since}
            />
          ))}
          <MoreRow columns={5} more={more} label={t('rollups.movers.more')} />
        </tbody>
      </table>
    </ScrollRegion>
  );
}
