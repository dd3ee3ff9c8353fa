import { makeStyles, useTheme } from '@material-ui/core/styles';
import { hoursBetween, hoursText } from '../../../../utils/oncall/times';
import type { TimelineBlock } from '../../../../utils/oncall/timeline';
import { unknownPattern } from '../../../common';
import { initialsOf, usePeople } from '../../common';
import { personColor } from './personColor';
import { useBlockWords } from './useBlockWords';

export const TRACK_HEIGHT = 30;
/** Percent of the window below which only initials fit, and below which nothing does. */
const INITIALS = 6;
const NOTHING = 2;

const useStyles = makeStyles(theme => ({
  root: {
    position: 'absolute',
    height: TRACK_HEIGHT - 4,
    minWidth: 3,
    padding: theme.spacing(0, 0.5),
    overflow: 'hidden',
    font: 'inherit',
    fontSize: '0.75rem',
    lineHeight: 1,
    textAlign: 'left',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: theme.palette.text.primary,
    border: 0,
    borderLeft: '3px solid',
    borderRadius: 2,
    cursor: 'default',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 1,
      zIndex: 1,
    },
  },
  nobody: { padding: 0, textAlign: 'center', textOverflow: 'clip' },
  // Words on lines are hard to read, so they get paper below them.
  word: {
    padding: '1px 2px',
    borderRadius: 2,
    fontWeight: 600,
    backgroundColor: theme.palette.background.paper,
  },
  // Drawn, not said: what the button is called has the whole name.
  short: { '&::before': { content: 'attr(data-short)' } },
  shadow: { fontStyle: 'italic', opacity: 0.75 },
}));

export interface TimelineBlockButtonProps {
  block: TimelineBlock;
  /** Where it is among the others: `<lane>-<block>`. */
  place: string;
  label: string;
  /** Whether Tab leads to it; the arrow keys lead to the others. */
  reachable: boolean;
  onLook: () => void;
}

/** Somebody, or nobody, for a while. */
export function TimelineBlockButton(props: TimelineBlockButtonProps) {
  const { block, place, label, reachable, onLook } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { whoOf } = useBlockWords();
  const { indexOf } = usePeople();
  const { span, width } = block;
  const person = span?.person ?? null;
  const color = personColor(theme, person === null ? 0 : indexOf(person));
  const who = whoOf(block);
  const short = span
    ? initialsOf(who)
    : hoursText(hoursBetween(block.from, block.to));
  const drawn = person
    ? { backgroundColor: color.fill, borderLeftColor: color.edge }
    : {
        backgroundImage: unknownPattern(theme),
        borderLeftColor: theme.palette.text.secondary,
      };
  return (
    <button
      type="button"
      className={[
        classes.root,
        span ? '' : classes.nobody,
        span?.shadow ? classes.shadow : '',
      ].join(' ')}
      style={{
        ...drawn,
        left: `${block.left}%`,
        width: `calc(${width}% - 1px)`,
        top: block.track * TRACK_HEIGHT + 2,
      }}
      tabIndex={reachable ? 0 : -1}
      data-place={place}
      aria-label={label}
      onFocus={onLook}
      onMouseEnter={onLook}
    >
      {width >= NOTHING && (
        <span
          className={[
            person ? '' : classes.word,
            width < INITIALS ? classes.short : '',
          ].join(' ')}
          data-short={short}
        >
          {width < INITIALS ? null : who}
        </span>
      )}
    </button>
  );
}
