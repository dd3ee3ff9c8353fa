import { makeStyles } from '@material-ui/core/styles';
import type {
  AnswerValue,
  ChecklistItemState,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { Ref } from 'react';
import type { ItemSave } from '../../../../hooks/readiness/useItemSaves';
import { Chevron } from '../../../maturity/EntityReliabilityContent/ladder/Chevron';
import { ItemStateMark } from '../../parts';
import { AnswerButtons } from './AnswerButtons';
import { ItemBadges } from './ItemBadges';
import { ROW_FOCUS } from './listKeys';
import { SaveStatus } from './SaveStatus';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    // The same for every row, so that they line up.
    gridTemplateColumns: 'minmax(0, 1fr) 224px',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
    padding: theme.spacing(0.5, 1),
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  toggle: {
    display: 'grid',
    gridTemplateColumns: '124px minmax(0, 1fr) 24px',
    alignItems: 'center',
    gap: theme.spacing(0.25, 1.5),
    width: '100%',
    minHeight: 36,
    padding: 0,
    font: 'inherit',
    fontSize: '0.875rem',
    textAlign: 'left',
    color: theme.palette.text.primary,
    backgroundColor: 'transparent',
    border: 0,
    borderRadius: 4,
    cursor: 'pointer',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr) 24px',
      '& > :first-child': { gridColumn: '1 / 3' },
    },
  },
  title: { overflowWrap: 'anywhere' },
  answers: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    [theme.breakpoints.down('xs')]: { justifyContent: 'flex-start' },
  },
}));

export interface ItemHeadProps {
  item: ChecklistItemState;
  save?: ItemSave;
  open: boolean;
  onToggle: () => void;
  /** Id of what is opened. */
  controls: string;
  buttonRef: Ref<HTMLButtonElement>;
  /** Absent where nobody can answer by hand, or the reader may not. */
  onAnswer?: (value: AnswerValue) => void;
}

/** The line of an item: its state, its title and what is short to say, and its answer. */
export function ItemHead(props: ItemHeadProps) {
  const { item, save, open, onToggle, controls, buttonRef, onAnswer } = props;
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <button
        {...{ [ROW_FOCUS]: '' }}
        ref={buttonRef}
        type="button"
        className={classes.toggle}
        aria-expanded={open}
        aria-controls={controls}
        onClick={onToggle}
      >
        <ItemStateMark state={item.state} />
        <span className={classes.title}>
          {item.title} <ItemBadges item={item} />
        </span>
        <Chevron open={open} />
      </button>
      <div className={classes.answers}>
        <SaveStatus save={save} />
        {onAnswer && (
          <AnswerButtons item={item} save={save} onAnswer={onAnswer} />
        )}
      </div>
    </div>
  );
}
