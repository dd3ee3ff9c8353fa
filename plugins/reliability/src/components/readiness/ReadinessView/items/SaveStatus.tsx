import { makeStyles } from '@material-ui/core/styles';
import type { ItemSave } from '../../../../hooks/readiness/useItemSaves';
import { useTranslation } from '../../../../hooks/useTranslation';

const useStyles = makeStyles(theme => ({
  root: {
    minWidth: 56,
    textAlign: 'right',
    fontSize: '0.75rem',
    lineHeight: 1.2,
    color: theme.palette.text.secondary,
    [theme.breakpoints.down('xs')]: { order: 1, textAlign: 'left' },
  },
  loud: { color: theme.palette.text.primary, fontWeight: 600 },
}));

/** How the saving of a row goes. It is read out by the one live region of the list. */
export function SaveStatus({ save }: { save?: ItemSave }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const loud = save?.kind === 'failed' || save?.kind === 'conflict';
  return (
    <span className={loud ? `${classes.root} ${classes.loud}` : classes.root}>
      {save && t(`readiness.saving.${save.kind}`)}
    </span>
  );
}
