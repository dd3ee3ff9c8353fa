import { makeStyles } from '@material-ui/core/styles';
import type { ItemHistoryResponse } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { SafeMarkdown, TimeAgo } from '../../../common';
import { Person } from '../../../maturity/Person';
import { EvidenceLink } from '../../parts';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1, 0),
    borderBottom: `1px solid ${theme.palette.divider}`,
    overflowWrap: 'anywhere',
  },
  quiet: { color: theme.palette.text.secondary },
  title: { fontWeight: 600 },
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
}));

/** One change of an answer. */
export function HistoryEntry(props: {
  change: ItemHistoryResponse['items'][number];
  /** How the item is called now. */
  itemId: string;
}) {
  const { change, itemId } = props;
  const { action, answer, reason, by, at } = change;
  const classes = useStyles();
  const { t } = useTranslation();
  const shown = action === 'answered' || action === 'imported' ? answer : null;
  return (
    <li className={classes.root}>
      <div>
        <span className={classes.title}>
          {t(`readiness.history.actions.${action}`)}
          {shown && `: ${t(`readiness.answer.${shown.value}`)}`}
        </span>{' '}
        <span className={classes.quiet}>
          {t('readiness.history.by', {
            who: <Person name={by} />,
            ago: <TimeAgo at={at} />,
          })}
          {change.itemId !== itemId &&
            `, ${t('readiness.history.formerly', { id: change.itemId })}`}
        </span>
      </div>
      {reason && <SafeMarkdown text={reason} />}
      {shown?.note && <SafeMarkdown text={shown.note} />}
      {shown && shown.evidence.length > 0 && (
        <ul className={classes.list}>
          {shown.evidence.map(({ title, url }) => (
            <li key={`${url} ${title}`}>
              <EvidenceLink title={title} url={url} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
