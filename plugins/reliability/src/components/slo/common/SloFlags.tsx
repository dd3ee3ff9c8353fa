import { makeStyles } from '@material-ui/core/styles';
import type { SloFlag } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { Badge } from '../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5),
    verticalAlign: 'middle',
  },
}));

/** What a reader must know beside the status, in a word each. */
export function SloFlags({ flags }: { flags: readonly SloFlag[] }) {
  const classes = useStyles();
  const { t } = useTranslation();
  if (flags.length === 0) return null;
  return (
    <span className={classes.root}>
      {flags.map(flag => (
        <Badge key={flag} title={t(`slo.flagHelp.${flag}`)}>
          {t(`slo.flag.${flag}`)}
        </Badge>
      ))}
    </span>
  );
}
