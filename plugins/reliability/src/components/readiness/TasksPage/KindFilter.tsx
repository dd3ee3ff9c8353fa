import { makeStyles } from '@material-ui/core/styles';
import type {
  ListTasksResponse,
  TaskKind,
} from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../hooks/useTranslation';
import { SmallButton } from '../parts';
import { taskKinds } from './taskKinds';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** All kinds of tasks or one, each with its number. */
export function KindFilter(props: {
  counts: ListTasksResponse['counts'];
  chosen?: TaskKind;
  onChoose: (kind?: TaskKind) => void;
}) {
  const { counts, chosen, onChoose } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const all = taskKinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
  if (all === 0 && !chosen) return null;
  return (
    <div
      className={classes.root}
      role="group"
      aria-label={t('tasks.kindLabel')}
    >
      <SmallButton aria-pressed={!chosen} onClick={() => onChoose(undefined)}>
        {t('tasks.all', { number: String(all) })}
      </SmallButton>
      {taskKinds
        .filter(kind => counts[kind] > 0 || kind === chosen)
        .map(kind => (
          <SmallButton
            key={kind}
            aria-pressed={kind === chosen}
            onClick={() => onChoose(kind)}
          >
            {t('tasks.kindCount', {
              kind: t(`tasks.kinds.${kind}`),
              number: String(counts[kind] ?? 0),
            })}
          </SmallButton>
        ))}
    </div>
  );
}
