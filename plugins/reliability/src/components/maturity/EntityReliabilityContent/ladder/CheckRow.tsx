import ButtonBase from '@material-ui/core/ButtonBase';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  CheckReport,
  ServiceResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useId, useState } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { dayText } from '../../../../utils/dates';
import { EnforcementChip, OutcomeMark } from '../../../common';
import { useCheckExemptions } from '../../exemptions/CheckExemptions';
import { CheckDetails } from './CheckDetails';
import { Chevron } from './Chevron';

const useStyles = makeStyles(theme => ({
  root: { borderTop: `1px solid ${theme.palette.divider}` },
  head: {
    display: 'grid',
    gridTemplateColumns: '132px minmax(0, 1fr) auto 76px 24px',
    alignItems: 'center',
    gap: theme.spacing(0, 1.5),
    width: '100%',
    minHeight: 40,
    padding: theme.spacing(0.5, 1),
    textAlign: 'left',
    '&:hover': { backgroundColor: theme.palette.action.hover },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr) auto 24px',
    },
  },
  title: {
    overflowWrap: 'anywhere',
    [theme.breakpoints.down('xs')]: { gridRow: 2, gridColumn: '1 / 3' },
  },
  extra: {
    color: theme.palette.text.secondary,
    [theme.breakpoints.down('xs')]: { gridRow: 3, gridColumn: '1 / 3' },
  },
  weight: {
    textAlign: 'right',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    color: theme.palette.text.secondary,
  },
}));

export interface CheckRowProps {
  check: CheckReport;
  facts: ServiceResponse['facts'];
  scorecard: string;
}

/** One check in a line; opened, all that its outcome rests on. */
export function CheckRow({ check, facts, scorecard }: CheckRowProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const id = useId();
  const exemption = useCheckExemptions()?.of(scorecard, check.id);
  const exemptUntil =
    check.outcome === 'exempt' ? check.reason?.until : undefined;
  return (
    <li className={classes.root}>
      <ButtonBase
        className={classes.head}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <OutcomeMark outcome={check.outcome} />
        <Typography variant="body2" component="span" className={classes.title}>
          {check.title}
        </Typography>
        <Typography variant="body2" component="span" className={classes.extra}>
          {exemptUntil &&
            t('entity.ladder.exemptUntil', { date: dayText(exemptUntil) })}
          {exemption?.state === 'requested' && t('exemptions.onCheck.row')}
          <EnforcementChip
            enforcement={check.enforcement}
            enforceFrom={check.enforceFrom}
          />
        </Typography>
        <Typography
          variant="caption"
          component="span"
          className={classes.weight}
        >
          {t('entity.ladder.weight', { weight: String(check.weight) })}
        </Typography>
        <Chevron open={open} />
      </ButtonBase>
      <div id={id} hidden={!open}>
        {open && (
          <CheckDetails check={check} facts={facts} scorecard={scorecard} />
        )}
      </div>
    </li>
  );
}
