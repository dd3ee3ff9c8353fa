import { Link } from '@backstage/core-components';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { useLinks } from '../../../hooks/useLinks';
import type { ChartBlock } from '../../../utils/incidents/timeline';
import { statusColors } from '../../common';
import { useSeverityColor } from '../common';

export const TRACK_HEIGHT = 22;

const useStyles = makeStyles(theme => ({
  root: {
    position: 'absolute',
    display: 'block',
    boxSizing: 'border-box',
    height: TRACK_HEIGHT - 6,
    minWidth: 8,
    padding: 0,
    border: '1px solid',
    borderRadius: 2,
    cursor: 'pointer',
    '&:hover, &:focus-visible': {
      outline: `2px solid ${theme.palette.text.primary}`,
      outlineOffset: 1,
      zIndex: 1,
    },
  },
  // It has no end yet.
  open: {
    borderRightStyle: 'dashed',
    borderRightWidth: 3,
    borderTopRightRadius: 0,
    borderBottomRightRadius: 0,
  },
  change: {
    cursor: 'default',
    borderRadius: 8,
    backgroundColor: theme.palette.background.paper,
    borderColor: theme.palette.text.primary,
    borderWidth: 2,
  },
}));

export interface BlockLinkProps {
  block: ChartBlock;
  /** Where it is among the others: `<lane>-<block>`. */
  place: string;
  label: string;
  /** Whether Tab leads to it; the arrow keys lead to the others. */
  reachable: boolean;
  onLook: () => void;
}

/** An incident, which leads to its page, or changes. */
export function BlockLink(props: BlockLinkProps) {
  const { block, place, label, reachable, onLook } = props;
  const { incident, left, width, track } = block;
  const classes = useStyles();
  const theme = useTheme();
  const color = useSeverityColor();
  const links = useLinks();
  const where = {
    left: `${left}%`,
    width: `${width}%`,
    top: track * TRACK_HEIGHT + 3,
  };
  const common = {
    tabIndex: reachable ? 0 : -1,
    'data-place': place,
    'aria-label': label,
    onFocus: onLook,
    onMouseEnter: onLook,
  };
  if (!incident) {
    return (
      <button
        type="button"
        className={`${classes.root} ${classes.change}`}
        style={where}
        {...common}
      />
    );
  }
  return (
    <Link
      to={links.incident(incident.id)}
      className={`${classes.root} ${incident.to ? '' : classes.open}`}
      style={{
        ...where,
        background: color(incident.severity),
        borderColor: statusColors(theme).bad,
      }}
      {...common}
    >
      <></>
    </Link>
  );
}
