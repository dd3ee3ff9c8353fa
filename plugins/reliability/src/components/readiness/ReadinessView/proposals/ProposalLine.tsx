import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { AnswerProposal } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { SafeMarkdown, TimeAgo } from '../../../common';
import { Person } from '../../../maturity/Person';
import { EvidenceLink, SmallButton } from '../../parts';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1.5, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  title: { fontWeight: 600 },
  links: { margin: theme.spacing(0.5, 0), paddingLeft: theme.spacing(2.5) },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
  },
}));

/** One proposal with its evidence, and what a person can make of it. */
export function ProposalLine(props: {
  proposal: AnswerProposal;
  disabled: boolean;
  /** Absent for who may not answer. */
  onAccept?: () => void;
  onReject?: () => void;
}) {
  const { proposal, disabled, onAccept, onReject } = props;
  const { itemTitle, answer, note, evidence, by, at } = proposal;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <li className={classes.root}>
      <Typography variant="subtitle2" component="h3" className={classes.title}>
        {itemTitle}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {t('proposals.answer', { answer: t(`readiness.answer.${answer}`) })}
        {' · '}
        {t('proposals.by', {
          who: <Person name={by} />,
          ago: <TimeAgo at={at} />,
        })}
      </Typography>
      <Typography variant="body2" component="div">
        <SafeMarkdown text={note} />
        {evidence.length > 0 && (
          <ul className={classes.links} aria-label={t('proposals.evidence')}>
            {evidence.map(({ title, url }) => (
              <li key={`${title} ${url}`}>
                <EvidenceLink title={title} url={url} />
              </li>
            ))}
          </ul>
        )}
      </Typography>
      {onAccept && (
        <div className={classes.actions}>
          <SmallButton
            disabled={disabled}
            onClick={onAccept}
            aria-label={t('proposals.acceptLabel', { item: itemTitle })}
          >
            {t('proposals.accept')}
          </SmallButton>
          <SmallButton
            disabled={disabled}
            onClick={onReject}
            aria-label={t('proposals.rejectLabel', { item: itemTitle })}
          >
            {t('proposals.reject')}
          </SmallButton>
        </div>
      )}
    </li>
  );
}
