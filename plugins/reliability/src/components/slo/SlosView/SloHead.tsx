import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import type { SloResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { Chevron } from '../../maturity/EntityReliabilityContent/ladder/Chevron';
import {
  BudgetLeft,
  BurnRate,
  SloFlags,
  SloStatusMark,
  useSloWords,
} from '../common';

const useStyles = makeStyles(theme => ({
  heading: { margin: 0, font: 'inherit' },
  head: {
    display: 'grid',
    gridTemplateColumns: '112px minmax(0, 1.6fr) minmax(170px, 1fr) 116px 24px',
    alignItems: 'center',
    gap: theme.spacing(0, 2),
    width: '100%',
    minHeight: 64,
    padding: theme.spacing(1.25, 3),
    textAlign: 'left',
    borderRadius: theme.shape.borderRadius,
    '&:hover': { backgroundColor: theme.palette.action.hover },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr) auto 24px',
      gap: theme.spacing(0.75, 1.5),
      padding: theme.spacing(1.5, 2),
    },
  },
  title: {
    minWidth: 0,
    [theme.breakpoints.down('sm')]: { gridRow: 2, gridColumn: '1 / -1' },
  },
  name: {
    display: 'block',
    fontSize: '1rem',
    fontWeight: 600,
    lineHeight: 1.4,
    overflowWrap: 'anywhere',
  },
  objective: {
    fontSize: '0.8125rem',
    color: theme.palette.text.secondary,
    marginRight: theme.spacing(1),
  },
  budget: {
    [theme.breakpoints.down('sm')]: { gridRow: 3, gridColumn: '1 / -1' },
  },
  burn: { textAlign: 'right' },
}));

export interface SloHeadProps {
  slo: SloResponse;
  open: boolean;
  titleId: string;
  bodyId: string;
  onToggle: () => void;
}

/** An SLO in one line, which opens the rest. */
export function SloHead(props: SloHeadProps) {
  const { slo, open, titleId, bodyId, onToggle } = props;
  const classes = useStyles();
  const words = useSloWords();
  return (
    <h2 className={classes.heading}>
      <ButtonBase
        className={classes.head}
        aria-expanded={open}
        aria-controls={bodyId}
        onClick={onToggle}
      >
        <SloStatusMark status={slo.status} flags={slo.flags} />
        <span className={classes.title}>
          <span className={classes.name} id={titleId}>
            {slo.title}
          </span>
          <span className={classes.objective}>
            {words.objective(slo.target, slo.window)}
          </span>
          <SloFlags flags={slo.flags} />
        </span>
        <span className={classes.budget}>
          <BudgetLeft
            remaining={slo.remaining}
            remainingMs={slo.remainingMs}
            status={slo.status}
          />
        </span>
        <span className={classes.burn}>
          <BurnRate rate={slo.burn} />
        </span>
        <Chevron open={open} />
      </ButtonBase>
    </h2>
  );
}
