import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Campaign,
  CampaignRequirement,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useLinks } from '../../../../hooks/useLinks';
import { useTranslation } from '../../../../hooks/useTranslation';
import { itemAnchor } from '../../../../utils/anchors';
import { EnforcementChip } from '../../../common';

const useStyles = makeStyles(theme => ({
  root: { margin: 0, padding: 0, listStyle: 'none' },
  note: { color: theme.palette.text.secondary },
}));

/** What a campaign asks for, each with its rule. */
export function RequirementList({
  campaign,
}: {
  campaign: Pick<Campaign, 'requirements' | 'scorecard'>;
}) {
  const { requirements, scorecard } = campaign;
  const classes = useStyles();
  const { t } = useTranslation();
  const links = useLinks();
  const isGone = (each: CampaignRequirement) =>
    each.kind === 'check' ? each.enforcement === null : !each.known;
  const noteOf = (each: CampaignRequirement) =>
    each.kind === 'check'
      ? each.level
      : t('campaigns.head.in', { checklist: each.checklist });
  return (
    <ul className={classes.root}>
      {requirements.map(each => (
        <li key={`${each.kind} ${each.id}`}>
          {isGone(each) ? (
            <>
              {each.title}{' '}
              <span className={classes.note}>({t('campaigns.head.gone')})</span>
            </>
          ) : (
            <>
              <Link
                to={
                  each.kind === 'check'
                    ? links.standards({
                        scorecard: scorecard.id,
                        check: each.id,
                      })
                    : links.standardsAt(itemAnchor(each.checklistId, each.id))
                }
              >
                {each.title}
              </Link>{' '}
              <span className={classes.note}>{noteOf(each)}</span>{' '}
              {each.kind === 'check' && each.enforcement === 'planned' && (
                <EnforcementChip enforcement="planned" />
              )}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
