import { makeStyles } from '@material-ui/core/styles';
import type {
  ChecklistDefinition,
  TiersResponse,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { durationWords } from '../../../utils/durationWords';
import { Rule } from '../../maturity/Rule';
import { Detail, Details } from '../../readiness/parts';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(1) },
}));

/** To which services a checklist applies, and who signs it off. */
export function ChecklistRules(props: {
  definition: ChecklistDefinition;
  tiers: TiersResponse['items'];
}) {
  const { when, warnBefore, signOff } = props.definition;
  const classes = useStyles();
  const { t } = useTranslation();
  const nameOf = (tier: string) =>
    props.tiers.find(({ id }) => id === tier)?.name ?? tier;
  return (
    <div className={classes.root}>
      <Details>
        <Detail label={t('standards.checklist.applies')}>
          {when ? <Rule text={when} /> : t('standards.scorecard.always')}
        </Detail>
        <Detail label={t('standards.checklist.reviewer')}>
          {t(`standards.checklist.reviewers.${signOff.reviewer}`)}
          {Object.entries(signOff.reviewerByTier).map(([tier, rule]) => (
            <div key={tier}>
              {t('standards.checklist.reviewerAt', {
                tier: nameOf(tier),
                rule: t(`standards.checklist.reviewers.${rule}`),
              })}
            </div>
          ))}
        </Detail>
        <Detail label={t('standards.checklist.expires')}>
          {t('standards.checklist.warn', {
            duration: durationWords(warnBefore),
          })}
        </Detail>
      </Details>
    </div>
  );
}
