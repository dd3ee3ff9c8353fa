import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ServiceIncidentsResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { lengthText } from '../../../utils/incidents/lengths';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(1) },
}));

/** Of which incidents the tier wants a postmortem, and until when; nothing for a service without a tier. */
export function ContractText({ value }: { value: ServiceIncidentsResponse }) {
  const { contract, tier, figures } = value;
  const classes = useStyles();
  const { t } = useTranslation();
  if (!contract) return null;
  const nameOf = (severity: number) =>
    figures.bySeverity.find(({ level }) => level === severity)?.name ??
    `SEV${severity}`;
  const { severities, draftMs, publishMs } = contract;
  const deadlines = [
    draftMs !== null &&
      t('incidentTab.now.draftWithin', { length: lengthText(draftMs) }),
    publishMs !== null &&
      t('incidentTab.now.publishWithin', { length: lengthText(publishMs) }),
  ].filter(Boolean);
  return (
    <Typography variant="body2" color="textSecondary" className={classes.root}>
      {severities.length === 0
        ? t('incidentTab.now.contractNone', { tier: tier.name })
        : t('incidentTab.now.contract', {
            tier: tier.name,
            severities: severities.map(nameOf).join(', '),
            deadlines: deadlines.join(', ') || t('incidentTab.now.anyTime'),
          })}
    </Typography>
  );
}
