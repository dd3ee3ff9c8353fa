import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { AnswerProposal } from '@plimsoll/backstage-plugin-reliability-common';
import { useCallback, useState } from 'react';
import { useAction } from '../../../../hooks/useAction';
import { useCall } from '../../../../hooks/useCall';
import { useRoute } from '../../../../hooks/useRoute';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Failed } from '../../../async';
import { Section } from '../../../maturity/Section';
import type { ChecklistPartProps } from '../types';
import { ProposalLine } from './ProposalLine';
import { withEvidenceOf } from './withEvidenceOf';

const useStyles = makeStyles(theme => ({
  words: { '&:empty': { display: 'none' } },
  list: { listStyle: 'none', margin: theme.spacing(0.5, 0, 0), padding: 0 },
}));

/** Answers that agents or people propose for the items as they are now. Where there are none, nothing is shown. */
export function Proposals({
  checklist,
  rights,
  onWritten,
}: ChecklistPartProps) {
  const { entityRef, id, items } = checklist;
  const classes = useStyles();
  const { t } = useTranslation();
  const call = useCall();
  const [said, setSaid] = useState('');
  const state = useRoute('listProposals', { entityRef, id }, entityRef);
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());

  const accept = useCallback(
    async (proposal: AnswerProposal) => {
      const item = items.find(each => each.id === proposal.itemId);
      const body = withEvidenceOf(proposal, item);
      const itemId = proposal.itemId;
      onWritten(await call('putAnswer', { entityRef, id, itemId, body }));
      return t('proposals.accepted', { item: proposal.itemTitle });
    },
    [call, entityRef, id, items, onWritten, t],
  );
  const reject = useCallback(
    async ({ id: proposalId, itemId, itemTitle }: AnswerProposal) => {
      const path = { entityRef, id, itemId, proposalId };
      await call('dismissProposal', path);
      return t('proposals.rejected', { item: itemTitle });
    },
    [call, entityRef, id, t],
  );
  const decide = useCallback(
    async (proposal: AnswerProposal, how: 'accept' | 'reject') => {
      const words = await (how === 'accept' ? accept : reject)(proposal);
      setSettled(before => new Set([...before, proposal.id]));
      return words;
    },
    [accept, reject],
  );
  const { state: action, run } = useAction(decide, setSaid);

  if (state.kind === 'loading') return null;
  if (state.kind === 'failed') {
    return (
      <Section title={t('proposals.title')}>
        <Failed {...state} dense />
      </Section>
    );
  }
  const waiting = state.value.items.filter(each => !settled.has(each.id));
  const busy = action.kind === 'running';
  return (
    <>
      <Typography variant="body2" role="status" className={classes.words}>
        {action.kind === 'failed'
          ? t('proposals.refused', { message: action.error.message })
          : said}
      </Typography>
      {waiting.length > 0 && (
        <Section title={t('proposals.title')}>
          <Typography variant="body2" color="textSecondary">
            {t('proposals.intro')}
          </Typography>
          <ul className={classes.list}>
            {waiting.map(proposal => (
              <ProposalLine
                key={proposal.id}
                proposal={proposal}
                disabled={busy}
                {...(rights.mayAnswer && {
                  onAccept: () => run(proposal, 'accept'),
                  onReject: () => run(proposal, 'reject'),
                })}
              />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
