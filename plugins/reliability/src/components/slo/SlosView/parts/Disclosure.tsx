import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import { useId, useState, type ReactNode } from 'react';
import { Chevron } from '../../../maturity/EntityReliabilityContent/ladder/Chevron';

const useStyles = makeStyles(theme => ({
  heading: { margin: 0, font: 'inherit' },
  head: {
    display: 'flex',
    justifyContent: 'flex-start',
    gap: theme.spacing(1.5),
    width: `calc(100% + ${theme.spacing(2)}px)`,
    minHeight: 44,
    padding: theme.spacing(0.5, 1),
    margin: theme.spacing(0, -1),
    textAlign: 'left',
    borderTop: `1px solid ${theme.palette.divider}`,
    '&:hover': { backgroundColor: theme.palette.action.hover },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
  title: { ...theme.typography.subtitle2, fontWeight: 600 },
  summary: {
    flex: 1,
    fontSize: '0.8125rem',
    color: theme.palette.text.secondary,
    overflowWrap: 'anywhere',
  },
  body: { paddingTop: theme.spacing(1) },
}));

/** A part that most readers need not see; its line says what is in it. */
export function Disclosure(props: {
  title: string;
  summary?: ReactNode;
  children: ReactNode;
}) {
  const { title, summary, children } = props;
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div>
      <h3 className={classes.heading}>
        <ButtonBase
          className={classes.head}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <span className={classes.title}>{title}</span>
          <span className={classes.summary}>{summary}</span>
          <Chevron open={open} />
        </ButtonBase>
      </h3>
      <div id={id} hidden={!open} className={classes.body}>
        {open && children}
      </div>
    </div>
  );
}
