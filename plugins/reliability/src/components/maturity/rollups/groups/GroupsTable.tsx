import { makeStyles } from '@material-ui/core/styles';
import type {
  RollupGroup,
  RollupsResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ComponentProps } from 'react';
import type { RollupAddress } from '../../../../hooks/rollups/useRollupParams';
import { useTranslation } from '../../../../hooks/useTranslation';
import { visuallyHidden } from '../../../common';
import { plainTable } from '../../plainTable';
import { ScrollRegion } from '../../ScrollRegion';
import { FigureCells } from './FigureCells';
import { COLUMNS, GroupRow } from './GroupRow';
import { MoreRow } from './MoreRow';

const useStyles = makeStyles(theme => ({
  table: {
    ...plainTable(theme),
    minWidth: 760,
    fontVariantNumeric: 'tabular-nums',
    '& tbody th, & tbody td': {
      padding: theme.spacing(0.75, 2, 0.75, 0),
      verticalAlign: 'middle',
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
  },
  name: {
    minWidth: 220,
    [theme.breakpoints.down('xs')]: { minWidth: 150 },
  },
  whole: { '& th, & td': { fontWeight: 600 } },
  wholeName: { paddingLeft: '28px !important' },
  hidden: visuallyHidden,
  note: { marginTop: theme.spacing(1.5), color: theme.palette.text.secondary },
}));

/** All services in one row, and below it group by group. */
export function GroupsTable(props: {
  page: RollupsResponse;
  items: readonly RollupGroup[];
  more: ComponentProps<typeof MoreRow>['more'];
  address: RollupAddress;
}) {
  const { page, items, more, address } = props;
  const { by } = address.params;
  const classes = useStyles();
  const { t } = useTranslation();
  const label = t('rollups.groups.caption', {
    by: t(`rollups.by.${by}`).toLocaleLowerCase(),
  });
  const heads = [
    t(`rollups.by.${by}`),
    t('rollups.groups.services'),
    t('rollups.groups.levels'),
    t('rollups.groups.score'),
    t('rollups.groups.trend'),
    t('rollups.groups.attention'),
    t('rollups.groups.compare'),
  ];
  return (
    <>
      <ScrollRegion label={label}>
        <table className={classes.table}>
          <caption className={classes.hidden}>{label}</caption>
          <thead>
            <tr>
              {heads.map((head, index) => (
                <th
                  key={head}
                  scope="col"
                  className={index === 0 ? classes.name : undefined}
                >
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className={classes.whole}>
              <th scope="row" className={classes.wholeName}>
                {t('rollups.groups.whole')}
              </th>
              <FigureCells figures={page.whole} />
              <td />
            </tr>
            {items.map(group => (
              <GroupRow
                key={`${by} ${group.key}`}
                group={group}
                by={by}
                depth={0}
                address={address}
              />
            ))}
            <MoreRow columns={COLUMNS} more={more} />
          </tbody>
        </table>
      </ScrollRegion>
      <div className={classes.note}>
        {t('rollups.groups.weights', {
          weights: page.weights
            .map(({ name, weight }) =>
              t('rollups.groups.weight', { name, weight: String(weight) }),
            )
            .join(', '),
        })}
      </div>
    </>
  );
}
