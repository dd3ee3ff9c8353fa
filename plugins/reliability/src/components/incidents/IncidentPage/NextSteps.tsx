import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import StepIcon from '@material-ui/icons/ArrowForward';
import {
  isOpen,
  type IncidentResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ReactNode } from 'react';
import { useLinks } from '../../../hooks/useLinks';
import { useTranslation } from '../../../hooks/useTranslation';
import { SmallButton } from '../../common';
import { Section } from '../../maturity/Section';
import { useIncidentWords } from '../common';
import { StatusButtons } from './StatusButtons';
import { usePostmortemStep } from './usePostmortemStep';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gap: theme.spacing(1),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  step: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    '& svg': {
      flex: 'none',
      fontSize: 18,
      marginTop: 2,
      color: theme.palette.text.secondary,
    },
  },
}));

function Step({ children }: { children: ReactNode }) {
  const classes = useStyles();
  return (
    <Typography variant="body2" component="li" className={classes.step}>
      <StepIcon aria-hidden="true" />
      <div>{children}</div>
    </Typography>
  );
}

/** What is left to do for an incident, the first thing first. */
export function NextSteps(props: {
  incident: IncidentResponse;
  onChanged: (incident: IncidentResponse) => void;
  onEdit: () => void;
}) {
  const { incident, onChanged, onEdit } = props;
  const { status, provider, canEdit, followUps, stamps } = incident;
  const classes = useStyles();
  const links = useLinks();
  const { t } = useTranslation();
  const { providerOf } = useIncidentWords();
  const postmortem = usePostmortemStep(incident);
  const recorded = provider === 'portal';
  const open = isOpen(status);
  const noImpactTimes =
    incident.customerImpact === true &&
    !(stamps.impactStart && stamps.impactEnd);
  const asked = canEdit && !open && !incident.isTest;
  const edits = [
    canEdit && incident.services.length === 0 && ('map' as const),
    asked && incident.customerImpact === null && ('customers' as const),
    asked && noImpactTimes && ('impact' as const),
  ].filter(step => step !== false);
  const steps = [
    open && !recorded && (
      <Step key="there">
        {t('incidentPage.next.resolveThere', {
          provider: providerOf(provider),
        })}
      </Step>
    ),
    postmortem && (
      <Step key="postmortem">
        <Link to={links.postmortem(incident.id)}>{postmortem}</Link>
      </Step>
    ),
    followUps.open > 0 && (
      <Step key="followUps">
        {t('incidentPage.next.followUps', { count: followUps.open })}
        {followUps.overdue > 0 &&
          `, ${t('incidentPage.next.followUpsOverdue', {
            count: followUps.overdue,
          })}`}
      </Step>
    ),
    ...edits.map(step => (
      <Step key={step}>
        <SmallButton quiet onClick={onEdit}>
          {t(`incidentPage.next.${step}`)}
        </SmallButton>
      </Step>
    )),
  ].filter(Boolean);
  return (
    <Section
      title={t('incidentPage.next.title')}
      actions={
        recorded &&
        canEdit && <StatusButtons incident={incident} onChanged={onChanged} />
      }
    >
      {steps.length === 0 && !(open && recorded) && (
        <Typography variant="body2">
          {t('incidentPage.next.nothing')}
        </Typography>
      )}
      {steps.length > 0 && <ul className={classes.list}>{steps}</ul>}
    </Section>
  );
}
