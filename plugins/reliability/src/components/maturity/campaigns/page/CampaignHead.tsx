import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { CampaignResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../../hooks/useTranslation';
import { dayText } from '../../../../utils/dates';
import { Detail, Details, SafeMarkdown } from '../../../common';
import { Person } from '../../Person';
import { Section } from '../../Section';
import { CampaignBadge } from '../common/CampaignBadge';
import { CampaignActions } from './CampaignActions';
import { FilterWords } from './FilterWords';
import { RequirementList } from './RequirementList';

const useStyles = makeStyles(theme => ({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  goal: { marginBottom: theme.spacing(2), maxWidth: '80ch' },
  status: { '&:empty': { display: 'none' } },
}));

/** What a campaign is about, and what can be decided about it. */
export function CampaignHead(props: {
  campaign: CampaignResponse;
  canManage: boolean;
  onChanged: (written: CampaignResponse) => void;
}) {
  const { campaign, canManage, onChanged } = props;
  const { title, goal, owner, state, startsAt, dueAt } = campaign;
  const classes = useStyles();
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const changed = (written: CampaignResponse) => {
    setSaid(
      t(
        written.state === state
          ? 'campaigns.said.draft'
          : `campaigns.said.${written.state}`,
      ),
    );
    onChanged(written);
  };
  return (
    <Section
      title={title}
      actions={
        <div className={classes.actions}>
          <CampaignBadge state={state} />
          {canManage && (
            <CampaignActions campaign={campaign} onChanged={changed} />
          )}
        </div>
      }
    >
      <Typography variant="body2" role="status" className={classes.status}>
        {said}
      </Typography>
      {goal && (
        <div className={classes.goal}>
          <SafeMarkdown text={goal} />
        </div>
      )}
      <Details>
        <Detail label={t('campaigns.head.todo')}>
          <RequirementList campaign={campaign} />
        </Detail>
        <Detail label={t('campaigns.head.services')}>
          <FilterWords campaign={campaign} />
        </Detail>
        <Detail label={t('campaigns.head.time')}>
          {t('campaigns.head.from', {
            from: dayText(startsAt),
            to: dayText(dueAt),
          })}
        </Detail>
        <Detail label={t('campaigns.head.owner')}>
          <Person name={owner} />
        </Detail>
      </Details>
    </Section>
  );
}
