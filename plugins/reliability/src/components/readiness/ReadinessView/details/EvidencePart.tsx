import { makeStyles } from '@material-ui/core/styles';
import {
  MAX_EVIDENCE,
  type ChecklistItemState,
} from '@plimsoll/backstage-plugin-reliability-common';
import type { ItemDraft } from '../../../../hooks/readiness/useItemDraft';
import { useTranslation } from '../../../../hooks/useTranslation';
import { TimeAgo } from '../../../common';
import { Person } from '../../../maturity/Person';
import { Detail, EvidenceLink, SmallButton } from '../../parts';
import { EvidenceForm } from './EvidenceForm';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
  },
  quiet: { color: theme.palette.text.secondary },
}));

interface EvidencePartProps {
  item: ChecklistItemState;
  draft: ItemDraft;
  mayAnswer: boolean;
}

/** The links that show the answer to be true, and the field to add one. */
export function EvidencePart({ item, draft, mayAnswer }: EvidencePartProps) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { evidence, unsaved, asking } = draft;
  const known = item.answer?.evidence ?? [];
  const open = asking === 'evidence' || asking === 'links';
  const empty =
    item.evidenceRule === 'required'
      ? t('readiness.details.evidenceRequired')
      : t('readiness.details.evidenceNone');
  return (
    <Detail label={t('readiness.details.evidence')}>
      {evidence.length === 0 && <div className={classes.quiet}>{empty}</div>}
      <ul className={classes.list}>
        {evidence.map(({ title, url }, index) => {
          const stored = known[index];
          return (
            <li key={`${index} ${url}`} className={classes.item}>
              <EvidenceLink title={title} url={url} />
              <span className={classes.quiet}>
                {stored && index < evidence.length - unsaved
                  ? t('readiness.details.addedBy', {
                      ago: <TimeAgo at={stored.addedAt} />,
                      who: <Person name={stored.addedBy} />,
                    })
                  : t('readiness.details.evidenceUnsaved')}
              </span>
              {mayAnswer && (
                <SmallButton quiet onClick={() => draft.removeEvidence(index)}>
                  {t('readiness.details.remove', { title })}
                </SmallButton>
              )}
            </li>
          );
        })}
      </ul>
      {mayAnswer && evidence.length < MAX_EVIDENCE && (
        <EvidenceForm
          key={`${open} ${evidence.length}`}
          asked={asking === 'evidence'}
          open={open}
          onOpen={() => draft.ask('links')}
          onAdd={draft.addEvidence}
          onCancel={() => draft.ask(undefined)}
        />
      )}
    </Detail>
  );
}
