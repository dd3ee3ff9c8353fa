import { makeStyles } from '@material-ui/core/styles';
import DeniedIcon from '@material-ui/icons/Block';
import WaitingIcon from '@material-ui/icons/HourglassEmpty';
import OverIcon from '@material-ui/icons/History';
import RevokedIcon from '@material-ui/icons/Undo';
import InForceIcon from '@material-ui/icons/VerifiedUserOutlined';
import type { ExemptionItem } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
    fontSize: '0.8125rem',
    '& svg': { fontSize: 16, color: theme.palette.text.secondary },
  },
}));

const icons = {
  requested: WaitingIcon,
  approved: InForceIcon,
  denied: DeniedIcon,
  revoked: RevokedIcon,
  withdrawn: RevokedIcon,
  expired: OverIcon,
  renewed: OverIcon,
};

/** What became of an exemption: an icon and the word. */
export function ExemptionStateMark(props: {
  exemption: Pick<ExemptionItem, 'state' | 'renewedBy'>;
}) {
  const { state, renewedBy } = props.exemption;
  const classes = useStyles();
  const { t } = useTranslation();
  const shown = state === 'expired' && renewedBy ? 'renewed' : state;
  const Icon = icons[shown];
  return (
    <span className={classes.root}>
      <Icon aria-hidden="true" />
      {t(`exemptions.state.${shown}`)}
    </span>
  );
}
