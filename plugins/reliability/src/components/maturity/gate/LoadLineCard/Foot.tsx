import { makeStyles } from '@material-ui/core/styles';
import type { GateAnswer } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { dayText } from '../../../../utils/dates';
import { TimeAgo } from '../../../common';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 2),
    fontSize: '0.8125rem',
    color: theme.palette.text.secondary,
  },
}));

/** By which policy it was decided, when, and how many checks it may fail. */
export function Foot({ answer }: { answer: GateAnswer }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { policy, exemptions, decidedAt } = answer;
  const ago = <TimeAgo at={decidedAt} />;
  return (
    <div className={classes.root}>
      <span>
        {policy
          ? t('gate.foot', { policy: policy.title, ago })
          : t('gate.noPolicy', { ago })}
      </span>
      {exemptions.nextEnd && (
        <span>
          {t('gate.exemptions', {
            count: exemptions.count,
            end: dayText(exemptions.nextEnd),
          })}
        </span>
      )}
    </div>
  );
}
