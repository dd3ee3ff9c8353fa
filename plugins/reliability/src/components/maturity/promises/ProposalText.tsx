import { makeStyles } from '@material-ui/core/styles';
import type {
  TierProposalItem,
  TierReasonItem,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { targetText } from '../../../utils/slo/numbers';
import { Badge } from '../../common';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
  },
  reasons: {
    margin: theme.spacing(0.5, 0, 0),
    paddingLeft: theme.spacing(2.5),
    listStyleType: 'disc',
    '& a': { textDecoration: 'underline' },
    '& li': { overflowWrap: 'anywhere', padding: theme.spacing(0.25, 0) },
  },
}));

function useReasonWords() {
  const { t } = useTranslation();
  return (reason: TierReasonItem): string => {
    const tier = reason.tier.name;
    switch (reason.kind) {
      case 'dependents': {
        const { count, examples } = reason;
        const names = examples.map(({ title }) => title).join(', ');
        const needs = t('promises.proposal.dependents', { count, tier });
        return names
          ? `${needs}, ${t('promises.proposal.examples', { names })}.`
          : `${needs}.`;
      }
      case 'slo':
        return t('promises.proposal.slo', {
          tier,
          target: targetText(reason.target),
          asked: targetText(reason.asked),
        });
      case 'incidents':
        return t('promises.proposal.incidents', {
          tier,
          sev1: String(reason.sev1),
          sev2: String(reason.sev2),
        });
      case 'pages':
        return t('promises.proposal.pages', {
          tier,
          pages: String(reason.pages),
        });
      default:
        return t('promises.proposal.many', {
          tier,
          number: String(reason.count),
        });
    }
  };
}

/** Another tier that is proposed, how sure that is, and why. */
export function ProposalText({ proposal }: { proposal: TierProposalItem }) {
  const { tier, direction, confidence, reasons } = proposal;
  const classes = useStyles();
  const { t } = useTranslation();
  const words = useReasonWords();
  return (
    <div>
      <div className={classes.head}>
        {t(`promises.proposal.${direction}`, { tier: tier.name })}
        <Badge>{t(`promises.confidence.${confidence}`)}</Badge>
      </div>
      <ul
        className={classes.reasons}
        aria-label={t('promises.proposal.reasons')}
      >
        {reasons.map(reason => (
          <li key={reason.kind}>{words(reason)}</li>
        ))}
      </ul>
    </div>
  );
}
