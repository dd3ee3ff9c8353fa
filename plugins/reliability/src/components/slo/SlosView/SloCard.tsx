import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import type { SloResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useEffect, useId, useRef, useState } from 'react';
import { useServiceView } from '../../../hooks/useServiceView';
import { SloDetails } from './SloDetails';
import { SloHead } from './SloHead';

const useStyles = makeStyles(theme => ({
  root: {
    fontFamily: theme.typography.fontFamily,
    // A header that sticks must not cover it when the address names it.
    scrollMarginTop: theme.spacing(9),
  },
  body: { padding: theme.spacing(0.5, 3, 3) },
  [theme.breakpoints.down('xs')]: {
    body: { padding: theme.spacing(0.5, 2, 2) },
  },
}));

export interface SloCardProps {
  slo: SloResponse;
  /** What the tier demands; parts per million. */
  tierTarget: number | null;
  /** Whether it is open at first. */
  opened: boolean;
  /** Whether the address names it, so that it is scrolled to. */
  named: boolean;
  onChanged: (slo: SloResponse) => void;
}

/** One SLO: a line, and opened all that its numbers rest on. */
export function SloCard(props: SloCardProps) {
  const { slo, tierTarget, opened, named, onChanged } = props;
  const classes = useStyles();
  const { change } = useServiceView();
  const [open, setOpen] = useState(opened);
  const root = useRef<HTMLElement>(null);
  const [titleId, bodyId] = [useId(), useId()];
  // Opening it by hand writes the address too; only one that came with the page is scrolled to.
  const scroll = useRef(named);
  useEffect(() => {
    if (scroll.current) root.current?.scrollIntoView?.();
    scroll.current = false;
  }, []);
  useEffect(() => {
    if (named) setOpen(true);
  }, [named]);
  const toggle = () => {
    setOpen(!open);
    change({ slo: open ? undefined : slo.name }, { replace: true });
  };
  return (
    <Paper
      component="section"
      ref={root}
      className={classes.root}
      aria-labelledby={titleId}
    >
      <SloHead
        slo={slo}
        open={open}
        titleId={titleId}
        bodyId={bodyId}
        onToggle={toggle}
      />
      <div id={bodyId} hidden={!open} className={classes.body}>
        {open && (
          <SloDetails slo={slo} tierTarget={tierTarget} onChanged={onChanged} />
        )}
      </div>
    </Paper>
  );
}
