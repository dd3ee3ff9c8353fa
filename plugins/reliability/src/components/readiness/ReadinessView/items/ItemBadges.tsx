import { makeStyles } from '@material-ui/core/styles';
import type { ChecklistItemState } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { dayText, relativeText } from '../../../../utils/dates';
import { statusColors } from '../../../common';
import { Badge } from '../../parts';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
    marginLeft: theme.spacing(0.5),
    fontSize: '0.75rem',
    color: theme.palette.text.secondary,
  },
  soon: {
    color: theme.palette.text.primary,
    borderBottom: `2px solid ${statusColors(theme).warn}`,
  },
}));

const NEW_FOR = 30 * 86_400_000;

/** What is short to say about an item beside its title. */
export function ItemBadges({ item }: { item: ChecklistItemState }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const { answer, evidenceRule, expiring, state } = item;
  const links = answer?.evidence.length ?? 0;
  const expiresAt =
    state === 'not-applicable' ? undefined : answer?.expiresAt ?? undefined;
  const isNew =
    state === 'unanswered' && Date.now() - Date.parse(item.since) < NEW_FOR;
  return (
    <span className={classes.root}>
      {item.required && <Badge>{t('readiness.items.required')}</Badge>}
      {item.automatic && <Badge>{t('readiness.items.automatic')}</Badge>}
      {isNew && (
        <Badge>{t('readiness.items.new', { date: dayText(item.since) })}</Badge>
      )}
      {item.comment && <Badge>{t('readiness.items.returned')}</Badge>}
      {links > 0 && (
        <span>{t('readiness.items.evidence', { count: links })}</span>
      )}
      {links === 0 &&
        evidenceRule === 'required' &&
        state !== 'not-applicable' && (
          <span>{t('readiness.items.evidenceMissing')}</span>
        )}
      {expiresAt && (
        <span
          className={expiring || state === 'expired' ? classes.soon : undefined}
          title={dayText(expiresAt)}
        >
          {t(
            state === 'expired'
              ? 'readiness.items.expired'
              : 'readiness.items.expires',
            { when: relativeText(expiresAt) },
          )}
        </span>
      )}
    </span>
  );
}
