import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import ClosedIcon from '@material-ui/icons/ChevronRight';
import OpenIcon from '@material-ui/icons/ExpandMore';
import type {
  RollupBy,
  RollupGroup,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Badge } from '../../../common';
import { GroupName } from './GroupName';

/** Deeper groups stand no further to the right, or there would be no room for their names. */
const DEEPEST = 10;

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: 4, minWidth: 0 },
  toggle: { padding: 2 },
  gap: { flex: 'none', width: 24 },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
});

/** A group's name with its place in the tree, and the button that opens it. */
export function GroupNameCell(props: {
  group: RollupGroup;
  by: RollupBy;
  /** As text. */
  name: string;
  depth: number;
  open: boolean;
  onToggle: () => void;
}) {
  const { group, by, name, depth, open, onToggle } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const Icon = open ? OpenIcon : ClosedIcon;
  return (
    <th scope="row">
      <span
        className={classes.root}
        style={{ paddingLeft: 20 * Math.min(depth, DEEPEST) }}
      >
        {group.children > 0 ? (
          <IconButton
            className={classes.toggle}
            size="small"
            aria-expanded={open}
            aria-label={t(
              open ? 'rollups.groups.close' : 'rollups.groups.open',
              { name },
            )}
            onClick={onToggle}
          >
            <Icon fontSize="small" />
          </IconButton>
        ) : (
          <span className={classes.gap} />
        )}
        <span className={classes.text}>
          <GroupName by={by} groupKey={group.key} name={group.name} />{' '}
          {group.cyclic && (
            <Badge title={t('rollups.groups.cyclicHelp')}>
              {t('rollups.groups.cyclic')}
            </Badge>
          )}
        </span>
      </span>
    </th>
  );
}
