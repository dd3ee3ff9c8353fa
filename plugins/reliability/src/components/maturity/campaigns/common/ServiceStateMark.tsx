import type { Outcome } from '@plimsoll/backstage-plugin-reliability-common';
import { makeStyles } from '@material-ui/core/styles';
import OpenIcon from '@material-ui/icons/RadioButtonUnchecked';
import DoneIcon from '@material-ui/icons/CheckCircle';
import UnknownIcon from '@material-ui/icons/HelpOutline';
import ExemptIcon from '@material-ui/icons/VerifiedUserOutlined';
import { useTranslation } from '../../../../hooks/useTranslation';
import type { CampaignServiceState } from '../../../../utils/campaigns/campaignParams';
import { statusColors } from '../../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
    fontSize: '0.8125rem',
    '& svg': { fontSize: 16, color: theme.palette.text.secondary },
  },
  done: { '& svg': { color: statusColors(theme).good } },
}));

const icons = {
  open: OpenIcon,
  unknown: UnknownIcon,
  exempt: ExemptIcon,
  done: DoneIcon,
};

/** What a demand that is not done came to, where it says more than that it is open. */
export const saysMore = (outcome: Outcome): outcome is 'unknown' | 'exempt' =>
  outcome === 'unknown' || outcome === 'exempt';

/** Where a service stands in a campaign: an icon and the word. */
export function ServiceStateMark({ state }: { state: CampaignServiceState }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const Icon = icons[state];
  return (
    <span
      className={
        state === 'done' ? `${classes.root} ${classes.done}` : classes.root
      }
    >
      <Icon aria-hidden="true" />
      {t(`campaigns.service.${state}`)}
    </span>
  );
}
