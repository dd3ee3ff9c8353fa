import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { visuallyHidden } from '../../../common';

const useStyles = makeStyles(theme => ({
  arrow: { color: theme.palette.text.secondary },
  hidden: visuallyHidden,
}));

/** "From" an arrow "to"; read out as words. */
export function FromTo(props: { from: ReactNode; to: ReactNode }) {
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <>
      {props.from}
      <span aria-hidden="true" className={classes.arrow}>
        {' → '}
      </span>
      <span className={classes.hidden}>{` ${t('history.to')} `}</span>
      {props.to}
    </>
  );
}
