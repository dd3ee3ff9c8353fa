import Checkbox from '@material-ui/core/Checkbox';
import { makeStyles } from '@material-ui/core/styles';
import type {
  RollupBy,
  RollupGroup,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useRollups } from '../../../../hooks/rollups/useMoreOf';
import type { RollupAddress } from '../../../../hooks/rollups/useRollupParams';
import { useTranslation } from '../../../../hooks/useTranslation';
import {
  MAX_RADAR,
  rollupFilterOf,
} from '../../../../utils/rollups/rollupParams';
import { Async } from '../../../async';
import { FigureCells } from './FigureCells';
import { GroupNameCell } from './GroupNameCell';
import { MoreRow } from './MoreRow';
import { useGroupText } from './useGroupText';

/** Columns of the table, for what takes a whole row. */
export const COLUMNS = 7;

const useStyles = makeStyles({ check: { padding: 2 } });

export interface GroupRowProps {
  group: RollupGroup;
  by: RollupBy;
  /** From 0. */
  depth: number;
  address: RollupAddress;
}

/** One group; opened, the groups right below it follow. */
export function GroupRow({ group, by, depth, address }: GroupRowProps) {
  const { params, change } = address;
  const classes = useStyles();
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const name = useGroupText(by, group);
  const { key, own, nested } = group;
  const chosen = key !== null && params.group.includes(key);
  const full = params.group.length >= MAX_RADAR && !chosen;
  const toggle = () =>
    change({
      group: chosen
        ? params.group.filter(each => each !== key)
        : [...params.group, key!],
    });
  const ownCount = own?.services ?? 0;
  return (
    <>
      <tr>
        <GroupNameCell
          group={group}
          by={by}
          name={name}
          depth={depth}
          open={open}
          onToggle={() => setOpen(!open)}
        />
        <FigureCells
          figures={nested}
          own={ownCount < nested.services ? ownCount : undefined}
        />
        <td title={full ? t('rollups.radar.two') : undefined}>
          {key !== null && (
            <Checkbox
              className={classes.check}
              size="small"
              color="primary"
              checked={chosen}
              disabled={full}
              onChange={toggle}
              inputProps={{
                'aria-label': t('rollups.groups.compareOne', { name }),
              }}
            />
          )}
        </td>
      </tr>
      {open && key !== null && (
        <GroupsBelow parent={key} depth={depth + 1} address={address} />
      )}
    </>
  );
}

/** The rows of the groups right below one, read when it is opened. */
function GroupsBelow(props: {
  parent: string;
  depth: number;
  address: RollupAddress;
}) {
  const { parent, depth, address } = props;
  const { first, items, ...more } = useRollups({
    ...rollupFilterOf(address.params),
    by: 'owner',
    parent,
  });
  if (first.kind !== 'ready') {
    return (
      <tr>
        <td colSpan={COLUMNS}>
          <Async state={first} dense>
            {() => null}
          </Async>
        </td>
      </tr>
    );
  }
  return (
    <>
      {items.map(group => (
        <GroupRow
          key={group.key}
          group={group}
          by="owner"
          depth={depth}
          address={address}
        />
      ))}
      <MoreRow columns={COLUMNS} more={more} />
    </>
  );
}
