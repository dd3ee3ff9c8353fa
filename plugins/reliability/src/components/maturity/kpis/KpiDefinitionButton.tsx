import IconButton from '@material-ui/core/IconButton';
import Popover from '@material-ui/core/Popover';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import HelpIcon from '@material-ui/icons/HelpOutline';
import type { KpiItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useId, useState } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { Detail, Details } from '../../common';
import { useKpiWords } from './useKpiWords';

const useStyles = makeStyles(theme => ({
  button: {
    padding: 4,
    margin: -4,
    color: theme.palette.text.secondary,
    '& svg': { fontSize: 18 },
    '@media print': { display: 'none' },
  },
  paper: {
    width: 520,
    maxWidth: 'calc(100vw - 32px)',
    padding: theme.spacing(2),
    fontFamily: theme.typography.fontFamily,
  },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1),
  },
  close: { padding: 4, margin: -4 },
}));

/** Opens what a figure is: its formula, its source, and what it hides. */
export function KpiDefinitionButton({ kpi }: { kpi: KpiItem }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const words = useKpiWords();
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <IconButton
        className={classes.button}
        aria-label={t('kpis.definition.open', { title: kpi.title })}
        aria-haspopup="dialog"
        onClick={event => setAnchor(event.currentTarget)}
      >
        <HelpIcon />
      </IconButton>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        PaperProps={{
          className: classes.paper,
          role: 'dialog',
          'aria-labelledby': id,
        }}
      >
        <div className={classes.head}>
          <Typography variant="subtitle1" component="h3" id={id}>
            {kpi.title}
          </Typography>
          <IconButton
            className={classes.close}
            aria-label={t('kpis.definition.close')}
            onClick={close}
          >
            <CloseIcon fontSize="small" />
          </IconButton>
        </div>
        <Details>
          <Detail label={t('kpis.definition.formula')}>{kpi.formula}</Detail>
          <Detail label={t('kpis.definition.source')}>{kpi.source}</Detail>
          <Detail label={t('kpis.definition.hides')}>{kpi.hides}</Detail>
          <Detail label={t('kpis.definition.target')}>
            {words.target(kpi) ?? t('kpis.definition.noTarget')}
          </Detail>
        </Details>
      </Popover>
    </>
  );
}
