import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { FollowUp } from '@plimsoll/backstage-plugin-reliability-common';
import { useState } from 'react';
import { useTranslation } from '../../../hooks/useTranslation';
import { StateMessage } from '../../async';
import { SmallButton } from '../../common';
import { Section } from '../../maturity/Section';
import { FollowUpActions } from './FollowUpActions';
import { FollowUpDialog } from './FollowUpDialog';
import { FollowUpRow } from './FollowUpRow';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
});

const order = ['open', 'in-progress', 'done', 'wont-do'];
const rank = (item: FollowUp) => {
  if (item.overdue) return -1;
  return order.indexOf(item.status) < 2 ? 0 : 1;
};
/** What has no date comes after all that has. */
const timeOf = (dueAt: string | null) =>
  dueAt ? Date.parse(dueAt) : Number.MAX_SAFE_INTEGER;
/** The overdue ones, the open ones by what is due, and what is over. */
const sorted = (items: readonly FollowUp[]) =>
  [...items].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      timeOf(a.dueAt) - timeOf(b.dueAt) ||
      Date.parse(a.createdAt) - Date.parse(b.createdAt),
  );

export interface FollowUpListProps {
  incidentId: string;
  items: readonly FollowUp[];
  /** Whether the reader may add some. */
  canEdit: boolean;
  /** Told after each change, so that what depends on it is read again. */
  onChanged: () => void;
}

/** The follow-ups of one incident. */
export function FollowUpList(props: FollowUpListProps) {
  const { incidentId, items, canEdit, onChanged } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const [said, setSaid] = useState('');
  const changed = (_: FollowUp, sentence: string) => {
    setSaid(sentence);
    onChanged();
  };
  return (
    <Section
      title={t('followUps.title')}
      actions={
        canEdit && (
          <SmallButton onClick={() => setAdding(true)}>
            {t('followUps.add')}
          </SmallButton>
        )
      }
    >
      <Typography variant="body2" role="status">
        {said}
      </Typography>
      {items.length === 0 ? (
        <StateMessage title={t('followUps.none')} dense>
          {t('followUps.noneText')}
        </StateMessage>
      ) : (
        <ul className={classes.list} aria-label={t('followUps.list')}>
          {sorted(items).map(item => (
            <FollowUpRow
              key={item.id}
              item={item}
              actions={
                item.canEdit && (
                  <FollowUpActions item={item} onChanged={changed} />
                )
              }
            />
          ))}
        </ul>
      )}
      {adding && (
        <FollowUpDialog
          incidentId={incidentId}
          onWritten={written => {
            setAdding(false);
            changed(written, t('followUps.said.added'));
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </Section>
  );
}
