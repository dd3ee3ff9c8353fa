import { makeStyles } from '@material-ui/core/styles';
import type { ScorecardDefinition } from '@plimsoll/backstage-plugin-reliability-common';
import { useTranslation } from '../../../../hooks/useTranslation';
import { Badge } from '../../../common';
import { isCheckChanged, shownCheck, type CheckDraft } from './draft';

const useStyles = makeStyles(theme => ({
  removed: {
    '& th': { textDecoration: 'line-through' },
    '& td': { opacity: 0.7 },
  },
  title: { display: 'inline-block', marginRight: theme.spacing(1) },
}));

/** One check with the fields that change it. */
export function RuleRow(props: {
  check: ScorecardDefinition['checks'][number];
  levels: ScorecardDefinition['levels'];
  draft?: CheckDraft;
  field: string;
  onChange: (draft: CheckDraft) => void;
}) {
  const { check, levels, draft, field, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const shown = shownCheck(check, draft);
  const { title } = check;
  const set = (patch: CheckDraft) => onChange({ ...draft, ...patch });
  return (
    <tr className={shown.removed ? classes.removed : undefined}>
      <th scope="row">
        <span className={classes.title}>{title}</span>
        {isCheckChanged(check, draft) && (
          <Badge>{t('previews.rules.changed')}</Badge>
        )}
      </th>
      <td>
        <select
          className={field}
          aria-label={t('previews.rules.levelOf', { title })}
          value={shown.level}
          disabled={shown.removed}
          onChange={event => set({ level: event.target.value })}
        >
          {levels.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </td>
      <td>
        <input
          className={field}
          style={{ width: 72 }}
          type="number"
          min={0}
          max={1000}
          step="any"
          aria-label={t('previews.rules.weightOf', { title })}
          value={shown.weight}
          disabled={shown.removed}
          onChange={event => set({ weight: event.target.value })}
        />
      </td>
      <td>
        <input
          className={field}
          type="date"
          aria-label={t('previews.rules.enforceFromOf', { title })}
          value={shown.enforceFrom}
          disabled={shown.removed}
          onChange={event => set({ enforceFrom: event.target.value })}
        />
      </td>
      <td>
        <input
          type="checkbox"
          aria-label={t('previews.rules.plannedOf', { title })}
          checked={shown.planned}
          disabled={shown.removed}
          onChange={event => set({ planned: event.target.checked })}
        />
      </td>
      <td>
        <input
          type="checkbox"
          aria-label={t('previews.rules.removedOf', { title })}
          checked={shown.removed}
          onChange={event => set({ removed: event.target.checked })}
        />
      </td>
    </tr>
  );
}
